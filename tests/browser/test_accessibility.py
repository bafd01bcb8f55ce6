"""Can everybody read the pages that learners get? Asked of axe-core, in light and in dark."""

import pytest
from classroom import Classroom
from in_lab import book_of
from nbgrader.api import Gradebook
from unit import ROOT, exercises

accessibility = pytest.importorskip("accessibility", reason="axe-playwright-python is missing")

pytestmark = pytest.mark.slow

UNIT = "01_linear_regression"
BOOK = book_of(UNIT, "reflection")
WRONG = sorted((ROOT / "tests" / "answers" / UNIT / "group_gap").glob("wrong_*.py"))[0]
ANSWERS = {exercise.name: exercise.solution for exercise in exercises(UNIT)}
ANSWERS["group_gap"] = WRONG.read_text(encoding="utf-8")


CUT_OFF = """[...document.querySelectorAll('main *')]
  .filter(one => one.getBoundingClientRect().right > innerWidth)
  .filter(one => !one.closest('pre, table, math[display=block]'))
  .map(one => one.outerHTML.slice(0, 80))"""
"""What stands beyond the edge of the screen, but for what can be scrolled."""


def half(unit, cell):
    """Change a cell as somebody does who has one exercise wrong, and answers the task."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    cell.source = ANSWERS.get(grade_id, cell.source)
    if cell.source.startswith("*Write your answer here"):
        cell.source = "5.18 transactions for each thousand, but nobody is average."


@pytest.fixture(scope="module")
def feedback_page(tmp_path_factory, commands):
    """The feedback of somebody with passed and failed tests, figures, and a comment."""
    room = Classroom(tmp_path_factory.mktemp("class"), [UNIT], commands)
    room.release()
    room.learner("half", half)
    room.nbgrader("collect", UNIT)
    room.nbgrader("autograde", UNIT)
    with Gradebook(f"sqlite:///{room.course}/gradebook.db", "neural_networks") as gradebook:
        comment = gradebook.find_comment("reflection", BOOK, UNIT, "half")
        comment.manual_comment = "Name **both** groups next time."
        gradebook.db.commit()
    room.nbgrader("generate_feedback", UNIT)
    return room.course / "feedback" / "half" / UNIT / f"{BOOK}.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_feedback_page(page, feedback_page, pictures, scheme):
    page.set_content(feedback_page.read_text(encoding="utf-8"))
    page.emulate_media(color_scheme=scheme)
    assert page.locator(".failed").count() and page.locator(".passed").count()
    assert page.locator("img").count()
    assert page.locator(".comment", has_text="Name both groups next time.").count() == 1
    assert accessibility.grave_findings(page) == []
    if scheme == "light":
        page.screenshot(path=pictures / "feedback.png")
    for width in (590, 390):  # a screen magnified twice, a phone
        page.set_viewport_size({"width": width, "height": 490})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(CUT_OFF) == []
        assert accessibility.grave_findings(page) == []
        page.screenshot(path=pictures / f"feedback_{scheme}_{width}.png", full_page=True)


def test_what_is_unreadable_is_found(page):
    """Pale words are serious, a picture without words is critical, a deep heading neither."""
    pale = "<p style='color: #ddd'>Pale words.</p>"
    page.set_content(f"<html lang=en><title>t</title><h4>Deep</h4>{pale}<img src='data:,'></html>")
    found = accessibility.grave_findings(page)
    assert sorted(line.partition(":")[0] for line in found) == ["critical", "serious"]
