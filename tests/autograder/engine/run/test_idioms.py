"""Small courses after the idioms of public ones: does each answer earn what stock nbgrader gives?

A file of `tests/idioms` is a unit: `# %% answer`, `test` and `locked` cells, and behind the tests
of an answer the wrong one (`# %% wrong ID`). Each learner's answers are a mixture of right, wrong
and untouched ones.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial

import pytest
import sandbox_needed  # noqa: F401
from nbformat.v4 import new_code_cell
from tiny_course import FLAGS, TinyCourse, book, check
from unit import ROOT
from warm_commands import WarmCommands

pytestmark = pytest.mark.slow
FILES = {path.stem: path for path in sorted((ROOT / "tests" / "idioms").glob("*.txt"))}
COURSES = list(FILES)
STATES = ("right", "wrong", "untouched")
WHO = {"ann": 0, "bob": 1, "cyd": 2}
"""Learner -> the state of the first answer; the next one is in the next state, and so on."""


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


def mixed(found, first):
    """The sources of a learner's answers: one right, the next one wrong, the third untouched."""
    right = {name: source for kind, name, source in found if kind == "answer"}
    wrong = {name: source for kind, name, source in found if kind == "wrong"}
    states = {name: STATES[(first + place) % len(STATES)] for place, name in enumerate(right)}
    sources = {"right": right, "wrong": wrong}
    return {n: sources[state][n] for n, state in states.items() if state != "untouched"}


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
        for who in WHO:
            course.submit(who, unit, **mixed(found, WHO[who]))
    copy = course.copy(tmp_path_factory.mktemp("engine"))
    with closing(WarmCommands()) as copy.commands, ThreadPoolExecutor() as pool:
        stock = pool.submit(_each, partial(course.nbgrader, "autograde", "--force"))
        _each(copy.grade)
        stock.result()
    return course, copy


def _each(grade):
    """Grade one unit after the other; stock's kernels start while the engine works."""
    for unit in COURSES:
        grade(unit)


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
    for test in {test for _, test, _ in stock}:
        scores = {score for _, name, score in stock if name == test}
        assert scores == {0, 1}, f"{test} does not tell right from wrong"
