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
