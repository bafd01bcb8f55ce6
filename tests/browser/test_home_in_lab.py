"""Home and the buttons above a notebook, in a real browser: from the first page to the feedback."""

import itertools
import re

import nbformat
import pytest
import sandbox_needed  # noqa: F401 (what is submitted is graded)
from in_lab import (
    Panels,
    choose_theme,
    code_cell,
    open_notebook,
    run_cell,
    set_size,
    write_answer,
)
from made_up_course import ANSWERS, FIRST, LINE, PAIR, SECOND
from made_up_desk import running_desk, site
from nbformat.v4 import new_code_cell, new_notebook, new_output

from course.figures.network import draw_network

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
accessibility = pytest.importorskip("accessibility", reason="axe-playwright-python is missing")

__all__ = ["running_desk", "site"]  # fixtures

pytestmark = pytest.mark.slow

WRONG = "def double(x):\n    return x"
HOME = ".course-home"
STRIP = ".course-strip:visible"
NETWORK = ([[2, 3], [5, 1], [9]], [[[1, -1], [1, 1]], [[2], [-1]]])
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)"}


def open_home(page, desk_address):
    address, token = desk_address
    page.goto(f"{address}/lab?reset&token={token}")
    page.locator(f"{HOME} h1").wait_for(timeout=60_000)
    return page.locator(HOME)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def tab(page, name):
    return page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", has_text=name)


def type_into(page, cell, text):
    """Write without running: the text is not saved."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def test_a_new_desk_opens_at_home_and_the_keyboard_leads_on(page, desk_address, pictures):
    address, token = desk_address
    page.goto(f"{address}/?token={token}")
    home = page.locator(HOME)
    home.locator("h1").wait_for(timeout=60_000)
    sync_api.expect(tab(page, "")).to_have_text(["Home"])
    assert page.locator(".Toastify__toast, .jp-Dialog").count() == 0
    home.get_by_text("The path: 0 of 9 points").wait_for()
    assert "The grader is ready" in home.inner_text()
    assert accessibility.grave_findings(page, HOME) == []
    page.screenshot(path=pictures / "home_first.png")
    page.locator(f"{HOME}:focus").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Begin: Unit 00a: Twice as much"
    page.keyboard.press("Enter")
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    assert tab(page, f"{FIRST}.ipynb").get_attribute("class").count("lm-mod-current")


def test_from_unsaved_text_to_feedback_at_the_exercise(page, desk_address, pictures):
    open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
    answer, strip = code_cell(page, "def double"), page.locator(STRIP)
    type_into(page, answer, WRONG)
    press(page, "Check all")
    line = strip.locator("li")
    line.wait_for(timeout=60_000)
    assert line.inner_text().split("\n") == [
        "Not yet",
        "Exercise 1: double it",
        "double(4) gives 4, expected 8. What is done with x?",
    ]
    assert accessibility.grave_findings(page, ".course-strip") == []
    page.screenshot(path=pictures / "check_all.png")
    page.locator(".jp-Cell").last.click()
    line.get_by_role("button").click()
    page.locator(".jp-CodeCell.jp-mod-active", has_text="def double").wait_for()

    type_into(page, answer, ANSWERS["double"])
    press(page, "Submit")
    strip.get_by_text("The feedback is there: 3 of 3 points").wait_for(timeout=180_000)
    told = strip.inner_text()
    assert re.match(rf"Handed in at \d.*: {FIRST}.ipynb, {SECOND}.ipynb. The feedback", told)
    page.screenshot(path=pictures / "submitted.png")
    press(page, "Read the feedback")
    shown = page.frame_locator(".lm-DockPanel iframe")
    shown.get_by_text("Hidden test double_hidden").wait_for(timeout=30_000)
    (frame,) = [each for each in page.frames if "/files/" in each.url]
    place = frame.url.rpartition("#")[2]
    assert shown.locator(f"#{place}").inner_text().startswith("Exercise 1: double it")
    page.screenshot(path=pictures / "feedback_beside.png")
    tab(page, "Home").click()
    home = page.locator(HOME)
    home.get_by_role("button", name="Continue: Unit 00b: Half as much").wait_for()
    home.get_by_text("Unit 00: Pair: 3 of 6 points, handed in").wait_for()
    page.screenshot(path=pictures / "home_beside.png")


def test_home_follows_by_itself_and_feedback_opens_from_it(page, running_desk, desk_address):
    home = open_home(page, desk_address)
    home.get_by_text("The path: 3 of 9 points").wait_for()
    book = running_desk[0] / LINE / f"{LINE}.ipynb"
    notebook = nbformat.read(book, as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name == "line":
            cell.source = ANSWERS["line"]
        if cell.cell_type == "code":
            cell.execution_count = 1
    nbformat.write(notebook, book)
    home.get_by_text("The path: 4 of 9 points").wait_for()
    assert "hand in the unit to have it graded" in home.inner_text()
    home.locator(".course-home-feedback").get_by_role("button", name="00a").click()
    page.frame_locator(".lm-DockPanel iframe").locator("h1").wait_for(timeout=30_000)


def test_the_lists_link_opens_the_page(page, desk_address):
    open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
    panels = Panels(page)
    panels.open_list()
    panels.submitted.get_by_text("view feedback").first.click(timeout=30_000)
    shown = page.frame_locator(".lm-DockPanel iframe")
    shown.locator("h1", has_text="Unit 00a: Twice as much").wait_for(timeout=30_000)


def test_feedback_that_takes_long_is_followed_and_the_button_is_free(page, desk_address):
    """Does Submit say that a loop is still being graded, and take a mended answer meanwhile?"""
    still, asked = "It is still being graded.", []

    def answer(route):
        asked.append(route)
        if len(asked) == 1:
            route.fulfill(json={"path": None, "said": still, "waits": True})
        elif len(asked) > 2:  # the second one is left without an answer
            route.continue_()

    page.route("**/course/feedback*", answer)
    open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
    press(page, "Submit")
    strip = page.locator(STRIP)
    strip.get_by_text(still).wait_for(timeout=60_000)
    press(page, "Submit")
    strip.get_by_text("The feedback is there").wait_for(timeout=90_000)
    assert len(asked) == 3


def test_jupyter_notebook_has_the_same_buttons(page, desk_address):
    """Do they work where there are no tabs, and the feedback in one of the browser's?"""
    address, token = desk_address
    # A browser's page of its own: a script of Notebook 7's stumbles over a setting at each start.
    shown = page.context.browser.new_page()
    shown.goto(f"{address}/notebooks/{PAIR}/{FIRST}.ipynb?token={token}")
    shown.get_by_role("button", name="Feedback", exact=True).wait_for(timeout=60_000)
    press(shown, "Check all")
    shown.locator(f"{STRIP} li", has_text="Exercise 1: double it").wait_for(timeout=60_000)
    with shown.context.expect_page() as opened:
        press(shown, "Feedback")
    opened.value.locator("h1", has_text="Unit 00a: Twice as much").wait_for(timeout=60_000)


def test_a_restarted_kernel_is_told_with_what_to_do(page, desk_address, pictures):
    open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
    first, strip = code_cell(page, "from course import checks"), page.locator(STRIP)
    run_cell(page, first)
    write_answer(page, code_cell(page, "def double"), ANSWERS["double"])
    page.locator('.lm-MenuBar-item:has-text("Kernel")').click()
    page.locator('.lm-Menu-item[data-command="kernelmenu:restart"]').click()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    strip.get_by_text("run the first code cell again").wait_for(timeout=30_000)
    page.screenshot(path=pictures / "restarted.png")
    press(page, "Run the first code cell")
    strip.wait_for(state="detached", timeout=30_000)
    page.wait_for_function(
        "prompt => prompt.innerText.includes('[1]')",
        arg=first.locator(".jp-InputPrompt").element_handle(),
    )


def test_a_notebook_of_ones_own_has_no_such_buttons(page, running_desk, desk_address):
    own = new_notebook(metadata={"kernelspec": KERNEL})
    nbformat.write(own, running_desk[0] / "mine.ipynb")
    open_notebook(page, desk_address, "mine.ipynb")
    assert page.get_by_role("button", name="Check all", exact=True).count() == 0


def test_figures_and_feedback_suit_the_theme_and_not_the_system(
    page, running_desk, desk_address, pictures
):
    book = running_desk[0] / PAIR / f"{FIRST}.ipynb"
    notebook = nbformat.read(book, as_version=4)
    drawn = new_output("display_data", data={"text/html": draw_network(*NETWORK).data})
    notebook.cells.insert(1, new_code_cell("draw_network()", outputs=[drawn]))
    nbformat.write(notebook, book)
    page.emulate_media(color_scheme="light")
    open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
    figure = page.locator("img.course-figure")
    press(page, "Feedback")
    ground = page.frame_locator(".lm-DockPanel iframe").locator("body")
    for scheme, paper, filtered in (
        ("Dark", "rgb(20, 24, 29)", "invert(1) hue-rotate(180deg)"),
        ("Light", "rgb(255, 255, 255)", "none"),
    ):
        choose_theme(page, scheme)
        sync_api.expect(ground).to_have_css("background-color", paper)
        sync_api.expect(figure).to_have_css("filter", filtered)
        page.screenshot(path=pictures / f"feedback_{scheme.lower()}.png")


def test_home_can_be_read_in_every_theme_and_width(page, desk_address, pictures):
    home = open_home(page, desk_address)
    page.keyboard.press("Control+b")
    for scheme, width in itertools.product(("Light", "Dark"), (1180, 390)):
        set_size(page, 1180, 980)  # a narrow window hides the menu
        choose_theme(page, scheme)
        set_size(page, width, 980)
        assert home.evaluate("one => one.scrollWidth - one.clientWidth") == 0, (scheme, width)
        assert accessibility.grave_findings(page, HOME) == [], (scheme, width)
        page.screenshot(path=pictures / f"home_{scheme.lower()}_{width}.png")


def test_a_server_that_does_not_answer_is_told_and_comes_back(page, desk_address):
    home = open_home(page, desk_address)
    page.route("**/course/home*", lambda route: route.abort())
    home.get_by_role("alert").get_by_text("does not answer: has it been stopped?").wait_for()
    assert home.locator("h1").count() == 1
    page.unroute("**/course/home*")
    home.get_by_role("alert").wait_for(state="detached")
