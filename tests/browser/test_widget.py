"""A widget in a real JupyterLab: moved by keyboard, and as a still figure without a kernel."""

import nbformat
import pytest
from in_lab import (
    OPEN,
    book_of,
    choose_theme,
    code_cell,
    open_notebook,
    run_cell,
    save,
    set_size,
)
from nbformat.v4 import new_code_cell, new_notebook

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
accessibility = pytest.importorskip("accessibility", reason="axe-playwright-python is missing")

pytestmark = pytest.mark.slow

UNIT = "03_activation_functions"
NOTEBOOK = f"{UNIT}/{book_of(UNIT, 'tanh')}.ipynb"
PICTURE = ".course-widget-activation .course-widget-picture img"
CHANGED = "([picture, before]) => document.querySelector(picture).alt != before"
CHANGED_BACK = "([picture, before]) => document.querySelector(picture).alt == before"
SEEN_TOGETHER = """([selector, beside]) => {
  const whole = document.querySelector(selector);
  whole.scrollIntoView({block: 'start'});
  const picture = whole.querySelector('img').getBoundingClientRect();
  const controls = whole.querySelector('.course-widget-controls').getBoundingClientRect();
  const fits = picture.bottom <= innerHeight && picture.right <= innerWidth && controls.top >= 0;
  return fits && (!beside || picture.left > controls.right - 1);
}"""
METADATA = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
CALLS = {
    "network": (
        "from course.widgets.network import explore_network\n"
        "weights = {'node_0': [1, 1], 'node_1': [-1, 1], 'output': [2, -1]}\n"
        "explore_network([2, 3], weights)"
    ),
    "activation": (
        "from course.widgets.activation import explore_activation\nexplore_activation('tanh', z=1)"
    ),
    "learning-rate": (
        "import numpy as np\nfrom course.widgets.learning_rate import explore_learning_rate\n"
        "explore_learning_rate(np.array([1, 2, 3, 4]), np.array([7, 19, 31, 45]))"
    ),
    "hidden-nodes": (
        "from course.widgets.hidden_nodes import explore_hidden_nodes\nexplore_hidden_nodes()"
    ),
    "threshold": (
        "from course.widgets.threshold import explore_threshold\n"
        "scores = np.array([0.1, 0.6, 0.4, 0.9])\n"
        "explore_threshold(np.array([0, 0, 1, 1]), scores, ('healthy', 'ill'))"
    ),
}
"""The widgets of the course, each with a notebook's cell."""


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


def test_every_widget_by_the_keyboard_for_axe_and_on_small_screens(
    page, running_desk, desk_address, pictures
):
    desk = running_desk[0]
    cells = [new_code_cell(call) for call in CALLS.values()]
    nbformat.write(new_notebook(cells=cells, metadata=METADATA), desk / "widgets.ipynb")
    open_notebook(page, desk_address, "widgets.ipynb")
    page.keyboard.press("Control+b")
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Escape")
    for name in CALLS:
        page.keyboard.press("Control+Enter")
        gone_through_by_keyboard(page, f".course-widget-{name}")
        page.keyboard.press("Escape")
        page.locator(f".jp-Cell:focus .course-widget-{name}").wait_for()
        page.keyboard.press("ArrowDown")
    set_size(page, 1180, 3300)  # all of them are in the page
    for scheme in ("Dark", "Light"):
        choose_theme(page, scheme)
        sync_api.expect(page.locator(".course-widget img")).to_have_count(len(CALLS))
        assert accessibility.grave_findings(page, ".course-widget") == []
        page.screenshot(path=pictures / f"widgets_{scheme.lower()}.png")
    for width, height in ((1600, 980), (590, 490), (390, 700)):
        set_size(page, width, height)
        for name in CALLS:
            page.wait_for_function(SEEN_TOGETHER, arg=[f".course-widget-{name}", width > 1000])
            page.screenshot(path=pictures / f"widget_{name}_{width}.png")


def gone_through_by_keyboard(page, selector):
    """Tab through a widget's controls, move its first slider on the way, and press Reset."""
    widget = page.locator(selector)
    picture = widget.locator("img")
    picture.wait_for(timeout=60_000)
    before = picture.get_attribute("alt")
    controls = widget.locator("select, input, button, [role=slider]")
    to_move = widget.locator("[role=slider]").first.element_handle()
    for _ in range(3):  # the cell's own buttons come before
        page.keyboard.press("Tab")
        if widget.locator(":focus").count():
            break
    for nth in range(controls.count()):
        assert controls.nth(nth).evaluate("one => one.matches(':focus')"), (selector, nth)
        if to_move.evaluate("one => one.matches(':focus')"):
            page.keyboard.press("ArrowRight")
            page.wait_for_function(CHANGED, arg=[f"{selector} img", before])
        if nth < controls.count() - 1:
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(CHANGED_BACK, arg=[f"{selector} img", before])


def test_a_notebook_that_is_opened_again_shows_the_still_figure(page, widget, desk_address):
    save(page)
    page.get_by_text("Kernel", exact=True).click()
    page.locator('.lm-Menu-item[data-command="kernelmenu:shutdown"]').click()
    page.wait_for_function(f"!{OPEN}.sessionContext.session")
    open_notebook(page, desk_address, NOTEBOOK)
    cell = code_cell(page, 'explore_activation("tanh", z=1)')
    cell.scroll_into_view_if_needed()
    still = cell.locator(".course-still-activation img")
    still.wait_for()
    assert "a dot marks z = 1" in still.get_attribute("alt")
    assert page.get_by_text("Error displaying widget").count() == 0


def test_the_terminal_is_free_of_what_is_no_matter_for_learners(page, widget, running_desk):
    """Is nothing said there of kernels in plain text and of trust, when one runs and is saved?"""
    save(page)
    said = (running_desk[0].parent / "log").read_text()
    assert "To stop JupyterLab" in said
    assert "encryption" not in said and "not trusted" not in said
