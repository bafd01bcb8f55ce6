"""A widget in a real JupyterLab: moved by keyboard, and as a still figure without a kernel."""

import pytest
from in_lab import book_of, code_cell, open_notebook, run_cell

pytestmark = pytest.mark.slow

UNIT = "03_activation_functions"
NOTEBOOK = f"{UNIT}/{book_of(UNIT, 'tanh')}.ipynb"
PICTURE = ".course-widget-activation .course-widget-picture img"
CHANGED = "([picture, before]) => document.querySelector(picture).alt != before"


@pytest.fixture
def widget(page, desk_address):
    """The widget's cell, run."""
    open_notebook(page, desk_address, NOTEBOOK)
    run_cell(page, code_cell(page, "import numpy as np"))
    cell = code_cell(page, 'explore_activation("tanh", z=1)')
    run_cell(page, cell)
    cell.locator(PICTURE).wait_for()
    return cell


def test_a_slider_moved_by_keyboard_changes_the_picture_and_its_words(page, widget, pictures):
    picture = widget.locator(PICTURE)
    before = picture.get_attribute("alt"), picture.get_attribute("src")
    assert "a dot marks z = 1" in before[0]
    widget.locator(".course-slider-z .noUi-handle").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(CHANGED, arg=[PICTURE, before[0]])
    assert "a dot marks z = 1," not in picture.get_attribute("alt")
    assert picture.get_attribute("src") != before[1]
    widget.evaluate("cell => cell.scrollIntoView({block: 'start'})")
    page.screenshot(path=pictures / "widget.png")


def test_no_key_in_a_widget_reaches_jupyterlab(page, widget):
    """Does "r" in the menu choose relu, and not make a raw cell of the widget's cell?"""
    menu = widget.locator(".course-choice-activation select[data-lm-suppress-shortcuts]")
    menu.focus()
    for key in ("r", "b", "ArrowUp"):
        menu.press(key)
    widget.locator(".course-slider-z .noUi-handle").press("y")
    assert widget.locator(PICTURE).count() == 1
    assert page.locator(".jp-Notebook .jp-CodeCell").count() > 3
    assert page.locator(".jp-Notebook .jp-RawCell").count() == 0
    picture = page.locator(PICTURE)
    menu.select_option("relu")
    page.wait_for_function("p => document.querySelector(p).alt.includes('relu')", arg=PICTURE)
    widget.locator(".course-widget-reset").press("Enter")
    page.wait_for_function("p => document.querySelector(p).alt.includes('tanh')", arg=PICTURE)
    assert "a dot marks z = 1," in picture.get_attribute("alt")


def test_every_slider_has_a_name_and_the_widget_no_serious_finding(page, widget):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core")
    page.get_by_role("slider", name="sum z", exact=True).wait_for()
    found = axe.Axe().run(page, context=".course-widget").response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize(
    ("width", "height", "beside"), [(1600, 980, True), (590, 490, False), (390, 700, False)]
)
def test_picture_and_controls_are_seen_together(page, widget, pictures, width, height, beside):
    """Is the picture beside the controls where there is room, and both on a magnified screen?"""
    page.set_viewport_size({"width": width, "height": height})
    if width < 1000:
        page.locator('.jp-SideBar [data-id="filebrowser"]').click()
    widget.locator(".course-widget").evaluate("whole => whole.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(300)  # the notebook lays itself out anew
    picture = widget.locator(PICTURE).bounding_box()
    controls = widget.locator(".course-widget-controls").bounding_box()
    page.screenshot(path=pictures / f"widget_{width}.png")
    if beside:
        assert picture["x"] > controls["x"] + controls["width"] - 1
    assert picture["y"] + picture["height"] <= height
    assert controls["y"] >= 0 and picture["x"] + picture["width"] <= width


def test_a_notebook_that_is_opened_again_shows_the_still_figure(page, widget, desk_address):
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")
    page.get_by_text("Kernel", exact=True).click()
    page.locator('.lm-Menu-item[data-command="kernelmenu:shutdown"]').click()
    open_notebook(page, desk_address, NOTEBOOK)
    cell = code_cell(page, 'explore_activation("tanh", z=1)')
    cell.scroll_into_view_if_needed()
    still = cell.locator(".course-still-activation img")
    still.wait_for()
    assert "a dot marks z = 1" in still.get_attribute("alt")
    assert page.get_by_text("Error displaying widget").count() == 0


def test_the_terminal_is_free_of_what_is_no_matter_for_learners(page, widget, running_desk):
    """Is nothing said there of kernels in plain text and of trust, when one runs and is saved?"""
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")
    said = (running_desk[0].parent / "log").read_text()
    assert "To stop JupyterLab" in said
    assert "encryption" not in said and "not trusted" not in said
