"""Small courses after the idioms of public ones: does every answer earn what stock nbgrader gives?

A file of `tests/idioms` is a unit: `# %% answer`, `test` and `locked` cells, and behind the tests
of an answer the wrong one (`# %% wrong ID`). Courses of libraries that are not here are left out.
"""

import re
from importlib.util import find_spec

import pytest
import sandbox_needed  # noqa: F401
from nbformat.v4 import new_code_cell
from tiny_course import FLAGS, TinyCourse, book, check
from unit import ROOT

pytestmark = pytest.mark.slow
FILES = {path.stem: path for path in sorted((ROOT / "tests" / "idioms").glob("*.txt"))}
COURSES = [name for name in FILES if name == "introductory" or find_spec(name)]
WHO = ("right", "wrong", "untouched")


def cells(text):
    """The parts of a file: kind, name and source."""
    for part in re.split(r"^# %% ", text, flags=re.MULTILINE)[1:]:
        head, _, source = part.partition("\n")
        kind, name = head.split()
        yield kind, name, source.strip("\n")


def answer_cell(kind, name, source):
    """An answer cell, with its marks in the text; or a locked one."""
    made = new_code_cell(source, id=name)
    said = {"solution": True} if kind == "answer" else {"locked": True}
    made.metadata["nbgrader"] = {**FLAGS, **said, "grade_id": name}
    return made


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """The gradebooks' points: of stock nbgrader, and of the engine on a copy of the same course."""
    course = TinyCourse.new(tmp_path_factory.mktemp("idioms"), commands)
    for unit in COURSES:
        found = list(cells(FILES[unit].read_text(encoding="utf-8")))
        made = [
            check(name, source) if kind == "test" else answer_cell(kind, name, source)
            for kind, name, source in found
            if kind != "wrong"
        ]
        course.add(unit, **{unit: book(*made)})
        answers = {
            "right": {name: source for kind, name, source in found if kind == "answer"},
            "wrong": {name: source for kind, name, source in found if kind == "wrong"},
            "untouched": {},
        }
        for who in WHO:
            course.submit(who, unit, **answers[who])
    copy = course.copy(tmp_path_factory.mktemp("engine"))
    for unit in COURSES:
        course.nbgrader("autograde", unit, "--force")
        copy.grade(unit)
    return course, copy


def points(course, unit):
    """The points of a unit's tests by learner and test."""
    return course.sql(
        "select submitted_assignment.student_id, base_cell.name, grade.auto_score from grade "
        "join submitted_notebook on grade.notebook_id = submitted_notebook.id "
        "join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id "
        "join assignment on submitted_assignment.assignment_id = assignment.id "
        "join base_cell on grade.cell_id = base_cell.id where assignment.name = ? order by 1, 2",
        unit,
    )


@pytest.mark.parametrize("unit", COURSES)
def test_every_answer_earns_what_stock_gives(graded, unit):
    stock, engine = (points(course, unit) for course in graded)
    assert engine == stock
    assert sum(score for who, _, score in stock if who == "right") > 0
    assert any(score == 0 for who, _, score in stock if who == "wrong")
