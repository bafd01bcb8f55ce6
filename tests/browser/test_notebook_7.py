"""Jupyter Notebook 7, the other editor of a desk: our buttons stand there, too, and work."""

import made_up_course
import pytest
import sandbox_needed  # noqa: F401 (what is submitted is graded)
from browser_page import watched_page
from made_up_course import LINE
from made_up_desk import running_desk, site

__all__ = ["running_desk", "site"]  # fixtures

pytestmark = pytest.mark.slow

BOOK = f"{LINE}/{LINE}.ipynb"
SENTENCE = "line(4) gives 8, expected 9. What is done with x?"
STRIP = ".course-strip"
PATIENCE = 90_000
"""Milliseconds; each wait ends with what it waits for."""


def theirs(error):
    """Jupyter's own: settings arrive before those of its shortcuts, which it then looks into.

    The page works all the same: shortcuts are read again when their own settings are there.
    """
    return "reading 'schema'" in error and "/static/notebook/notebook_core" in error


@pytest.fixture
def page(browser):
    """A page as in the other tests, with Jupyter's own fault left out."""
    with watched_page(browser, theirs) as page:
        yield page


def open_with(page, running_desk, text):
    """Open the sitting in Jupyter Notebook 7, with an answer in it, its kernel ready."""
    desk, address, token = running_desk
    made_up_course.answer(desk, BOOK, "line", text)
    page.goto(f"{address}/notebooks/{BOOK}?token={token}")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=PATIENCE)


def test_check_all_says_what_a_check_saw(page, running_desk, pictures):
    open_with(page, running_desk, "def line(x):\n    return 2 * x")
    page.get_by_role("button", name="Check all", exact=True).click()
    line = page.locator(STRIP).locator("li", has_text="Not yet")
    line.wait_for(timeout=PATIENCE)
    assert SENTENCE in line.inner_text()
    page.screenshot(path=pictures / "notebook_7.png")


def test_the_buttons_above_it_lead_to_the_feedback(page, running_desk):
    open_with(page, running_desk, made_up_course.ANSWERS["line"])
    strip = page.locator(STRIP)
    page.get_by_role("button", name="Check all", exact=True).click()
    strip.locator("li", has_text="Passed").wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="Submit", exact=True).click()
    strip.get_by_text("The feedback is there: 3 of 3 points").wait_for(timeout=PATIENCE)
    with page.expect_popup(timeout=PATIENCE) as opened:
        page.get_by_role("button", name="Feedback", exact=True).click()
    shown = opened.value.locator(".total")
    shown.wait_for(timeout=PATIENCE)
    assert shown.inner_text() == "3 of 3 points"
