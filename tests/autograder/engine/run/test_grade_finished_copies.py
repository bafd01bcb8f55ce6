"""In this course, an answer that is the finished copy earns nothing, and all else stays."""

import shutil

import nbformat
import pytest
from tiny_course import TinyCourse
from unit import ROOT

from course.toolbox.withheld import WITHHELD

pytestmark = pytest.mark.slow

UNIT = "03_activation_functions"


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """The unit, handed in with its own answers and with the finished copies in their place."""
    course = TinyCourse.new(tmp_path_factory.mktemp("copies"), commands)
    shutil.copy(ROOT / "nbgrader_config.py", course.root)
    shutil.copytree(ROOT / "source" / UNIT, course.root / "source" / UNIT)
    course.nbgrader("generate_assignment", UNIT)
    own = {
        cell.metadata.nbgrader.grade_id: cell.source
        for path in (course.root / "source" / UNIT).glob("*.ipynb")
        for cell in nbformat.read(path, as_version=4).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    copies = {
        name: "\n".join(_imported(copy) for copy in reversed(WITHHELD[name]))
        for name in own
        if name in WITHHELD
    }
    course.copies = sorted(copies)
    course.submit("own", UNIT, **own)
    course.submit("copies", UNIT, **{**own, **copies})
    course.found = course.records(UNIT, "--jobs", "1")
    return course


def _imported(copy):
    module, _, name = copy.rpartition(".")
    return f"from {module} import {name}"


def _points(course, student):
    """The points of each test."""
    books = course.result(student, UNIT)["tests"].values()
    return {name: verdict for verdicts in books for name, verdict in verdicts.items()}


def test_there_are_copies_of_four_answers(graded):
    assert graded.copies == ["relu", "sigmoid", "softmax", "tanh"]


def test_own_answers_earn_everything(graded):
    found = graded.found["own"]
    assert (found["status"], found["score"]) == ("graded", found["max_score"])


@pytest.mark.parametrize("name", ["relu", "sigmoid", "softmax", "tanh"])
def test_a_finished_copy_earns_nothing(graded, name):
    for test in (f"{name}_visible", f"{name}_hidden"):
        verdict = _points(graded, "copies")[test]
        assert verdict["points"] == 0
        assert f"toolbox.{name} is a finished copy that does the work of this" in verdict["message"]


def test_each_is_flagged_and_all_else_is_as_ever(graded):
    found = graded.found["copies"]
    assert sorted(flag["text"] for flag in found["flags"]) == [
        f"It uses the finished copy course.toolbox.{name} in exercise {name}."
        for name in graded.copies
    ]
    own, copies = _points(graded, "own"), _points(graded, "copies")
    others = [name for name in own if name.rpartition("_")[0] not in graded.copies]
    assert others and all(copies[name]["points"] == own[name]["points"] for name in others)
