"""A unit of two sittings in a real browser: from the first notebook to the feedback on both."""

import json

import pytest
import sandbox_needed  # noqa: F401 (what is submitted is graded)
from in_lab import Panels, code_cell, open_notebook, run_cell, save, verdict, write_answer
from made_up_course import ANSWERS, FIRST, PAIR, SECOND
from made_up_desk import running_desk, site

from course.jupyter.validating import NOTHING_WRONG

__all__ = ["running_desk", "site"]  # fixtures

pytestmark = pytest.mark.slow


def test_the_first_sitting_is_done_and_handed_in_alone(page, running_desk, desk_address, pictures):
    address, token = desk_address
    page.goto(f"{address}/?token={token}")
    page.get_by_role("button", name="Begin: Unit 00a").click()
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    assert page.locator(".lm-TabBar-tab.lm-mod-current", has_text=f"{FIRST}.ipynb").count() == 1
    run_cell(page, code_cell(page, "from course import checks"))
    answer, test = code_cell(page, "def double"), code_cell(page, "# Check double")
    write_answer(page, answer, "def double(x):\n    return x")
    word, sentence = verdict(page, test)
    assert word == "Not yet" and sentence.startswith("double(4) gives 4, expected 8.")
    page.screenshot(path=pictures / "sitting.png")
    write_answer(page, answer, ANSWERS["double"])
    assert verdict(page, test) == ("Passed", "double works here.")
    save(page)

    panels = Panels(page)
    panels.open_list()
    panels.submit(PAIR)
    shown = panels.open_feedback(FIRST)
    assert shown.locator(".total").inner_text() == "3 of 3 points"
    assert shown.locator(".said").inner_text() == "double works here."
    page.screenshot(path=pictures / "sitting_feedback.png")
    shown.get_by_role("link", name=SECOND).press("Enter")
    shown.get_by_text("you have not begun it").wait_for(timeout=30_000)
    page.screenshot(path=pictures / "sitting_not_begun.png")
    assert "failed" not in shown.locator("main").inner_text()
    shown.get_by_role("link", name=FIRST).press("Enter")
    shown.locator(".total", has_text="3 of 3").wait_for(timeout=30_000)


def test_progress_leads_to_the_second_sitting(page, running_desk, desk_address, pictures):
    address, token = desk_address
    page.goto(f"{address}/lab/tree/progress.md?reset&token={token}")
    shown = page.locator(".jp-MarkdownViewer")
    shown.locator("h1", has_text="Your progress").wait_for(timeout=60_000)
    page.screenshot(path=pictures / "sittings_progress.png")
    rows = shown.locator("table").first.locator("tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows[:3]] == [
        ["Unit 00: Pair", "3 of 6", "1 of 2"],
        ["Unit 00a: Twice as much", "3 of 3", "1 of 1"],
        ["Unit 00b: Half as much", "0 of 3", "0 of 1"],
    ]
    shown.get_by_role("link", name=SECOND).first.press("Enter")
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    assert page.locator(".lm-TabBar-tab.lm-mod-current", has_text=f"{SECOND}.ipynb").count() == 1


def test_the_second_sitting_brings_full_points(page, running_desk, desk_address):
    open_notebook(page, desk_address, f"{PAIR}/{SECOND}.ipynb")
    run_cell(page, code_cell(page, "from course import checks"))
    write_answer(page, code_cell(page, "def half"), ANSWERS["half"])
    save(page)
    panels = Panels(page)
    assert NOTHING_WRONG in panels.validate()
    panels.close()
    panels.open_list()
    panels.submit(PAIR)
    panels.submitted.get_by_text("view feedback").nth(1).wait_for(timeout=180_000)
    shown = panels.open_feedback(SECOND)
    assert shown.locator(".total").inner_text() == "3 of 3 points"
    assert "Together\t6\t6" in shown.locator("table").first.inner_text()


def test_a_renamed_sitting_is_told(page, running_desk, desk_address):
    desk = running_desk[0]
    folder = desk / PAIR
    (folder / f"{SECOND}.ipynb").rename(folder / "mine.ipynb")
    open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
    panels = Panels(page)
    panels.open_list()
    panels.submit(PAIR)
    panel = page.locator(".jp-Dialog-content")
    panel.wait_for(timeout=30_000)
    assert f"{SECOND}.ipynb is not in its folder any more. What lies there is mine.ipynb" in (
        panel.inner_text()
    )
    panels.close()
    assert f"{SECOND}.ipynb is not on the desk: was it renamed?" in (
        (desk / "progress.md").read_text().replace("\\", "")
    )
    (folder / "mine.ipynb").rename(folder / f"{SECOND}.ipynb")
    assert json.loads((folder / f"{SECOND}.ipynb").read_text())["cells"]
