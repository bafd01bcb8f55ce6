"""What `autograder grade` leaves beside the grades: `result.json`, folders and their rights."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from double_course import SCORES, double_course, hand_in_garbage
from tiny_course import TinyCourse, answer, book, check

pytestmark = pytest.mark.slow

INSIDE = """\
# autograder: checks = "inside"
assert make().whose == "mine"
"""
PARTIAL = """\
good = sum(make().sizes[place] == place for place in range(4))
good / 4 * 2
"""
MAKE = """\
class Box:
    whose = "mine"
    sizes = {sizes}

def make():
    return Box()
"""


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """The course after a run that graded every submission."""
    course = double_course(tmp_path_factory.mktemp("graded"), commands)
    course.grade("double")
    return course


# result.json


def test_result_of_each_test(graded):
    tests = graded.result("wrong", "double")["tests"]["double"]
    assert list(tests) == ["visible", "hidden"]
    passed, failed = tests["visible"], tests["hidden"]
    assert (passed["passed"], passed["points"], passed["max_points"]) == (True, 1, 1)
    assert (failed["passed"], failed["points"], failed["max_points"]) == (False, 0, 2)
    assert passed["message"] == ""
    assert failed["message"] == "AssertionError: Is any other number doubled, too?"
    for verdict in tests.values():
        assert verdict["checks"] == "outside"
        assert 0 < verdict["seconds"] < 60


def test_result_says_whose_and_how(graded):
    found = graded.result("right", "double")
    assert (found["student"], found["unit"], found["status"]) == ("right", "double", "graded")
    assert (found["isolated"], found["problem"], found["flags"]) == (True, "", [])
    assert found["seconds"] > sum(
        verdict["seconds"] for verdict in found["tests"]["double"].values()
    )
    assert {"python", "nbgrader", "numpy"} <= set(found["versions"])
    assert found["limits"]["cell_seconds"] == 30


def test_seed_is_the_learners_own_and_stays(graded):
    before = {name: graded.result(name, "double")["seed"] for name in SCORES}
    assert len(set(before.values())) == len(SCORES)
    graded.grade("double", "--force")
    assert {name: graded.result(name, "double")["seed"] for name in SCORES} == before


def test_result_tells_flags(graded):
    found = graded.result("changed", "double")
    assert found["status"] == "graded, flagged"
    assert [(flag["what"], flag["where"]) for flag in found["flags"]] == [("changed", "visible")]
    asked = "select student_id from submitted_notebook join submitted_assignment as whole"
    flagged = graded.sql(f"{asked} on whole.id = submitted_notebook.assignment_id where flagged")
    assert flagged == [("changed",)]


def test_limits_come_from_nbgraders_configuration(commands, tmp_path):
    course = double_course(tmp_path, commands, "c.Execute.timeout = 7")
    course.grade("double", "--student", "right")
    assert course.result("right", "double")["limits"]["cell_seconds"] == 7


# Points


@pytest.fixture(scope="module")
def boxes(commands, tmp_path_factory):
    """A unit with a test in the learner's own process and one with part of its points."""
    course = TinyCourse.new(tmp_path_factory.mktemp("boxes"), commands)
    course.add(
        "boxes",
        boxes=book(
            answer("make", MAKE.format(sizes=[0, 1, 2, 3])),
            check("inside", INSIDE),
            check("partial", PARTIAL, points=2),
            check("plain", "assert make().sizes"),
        ),
    )
    course.submit("all", "boxes", make=MAKE.format(sizes=[0, 1, 2, 3]))
    course.submit("half", "boxes", make=MAKE.format(sizes=[0, 1, 9, 9]))
    course.submit("other", "boxes", make=MAKE.format(sizes=[0, 1, 2, 9]).replace("mine", "his"))
    course.grade("boxes")
    return course


def points(course, student):
    tests = course.result(student, "boxes")["tests"]["boxes"]
    return {name: verdict["points"] for name, verdict in tests.items()}


def test_partial_credit(boxes):
    assert points(boxes, "all") == {"inside": 1, "partial": 2, "plain": 1}
    assert points(boxes, "half") == {"inside": 1, "partial": 1, "plain": 1}
    assert points(boxes, "other") == {"inside": 0, "partial": 1.5, "plain": 1}


def test_partial_credit_reaches_the_gradebook(boxes):
    rows = boxes.export()
    assert {name: float(row["score"]) for name, row in rows.items()} == {
        "all": 4,
        "half": 3,
        "other": 2.5,
    }


def test_result_says_which_test_ran_inside(boxes):
    tests = boxes.result("other", "boxes")["tests"]["boxes"]
    said = {name: verdict["checks"] for name, verdict in tests.items()}
    assert said == {"inside": "inside", "partial": "outside", "plain": "outside"}
    assert tests["inside"]["message"].startswith("AssertionError")


def test_a_figure_that_a_call_leaves_open_is_shown_below_the_test(commands, tmp_path):
    course = TinyCourse.new(tmp_path, commands)
    draw = "import matplotlib.pyplot as plt\ndef draw(): plt.plot([1, 2])"
    course.add("draw", draw=book(answer("draw", draw), check("drawn", "draw()")))
    course.submit("all", "draw", draw=draw)
    course.grade("draw")
    path = course.root / "autograded" / "all" / "draw" / "draw.ipynb"
    outputs = nbformat.read(path, as_version=4).cells[1].outputs
    assert [list(output.data) for output in outputs] == [["image/png", "text/plain"]]


# Ungradable submissions


def test_ungradable_keeps_the_earlier_grade_and_folder(graded, tmp_path):
    course = graded.copy(tmp_path)
    before, grades = course.folders("double"), course.grades()
    stamps = stamps_of(course, "right")
    hand_in_garbage(course, "right")
    course.submit("wrong", "double", double="def double(x):\n    return 2 * x")
    found = course.records("double", status=1)
    assert (found["right"]["status"], found["right"]["score"]) == ("ungradable", 3)
    assert found["wrong"]["score"] == 3
    after = course.folders("double")
    assert {**after, "wrong": None} == {**before, "wrong": None}
    assert {**course.grades(), "wrong": None} == {**grades, "wrong": None}
    assert stamps_of(course, "right") == stamps


def stamps_of(course, student):
    folder = course.root / "autograded" / student / "double"
    return {path.name: path.stat().st_mtime_ns for path in [folder, *folder.iterdir()]}


def test_every_kind_of_ungradable_is_listed_with_its_reason(graded, tmp_path):
    course = graded.copy(tmp_path)
    shelf = course.root / "submitted"
    for name in ("empty", "linked", "list", "huge"):
        (shelf / name / "double").mkdir(parents=True)
    secret = tmp_path / "other.ipynb"
    shutil.copy(course.root / "release" / "double" / "double.ipynb", secret)
    (shelf / "linked" / "double" / "double.ipynb").symlink_to(secret)
    (shelf / "list" / "double" / "double.ipynb").write_text("[]")
    with open(shelf / "huge" / "double" / "double.ipynb", "w") as file:
        file.truncate(40 * 2**20)
    found = course.records("double", status=1)
    assert {name: found[name]["score"] for name in SCORES} == SCORES
    expected = {
        "empty": "There is no double.ipynb",
        "linked": "is not a file",
        "list": "is no notebook",
        "huge": "40 MB large",
    }
    for name, reason in expected.items():
        assert found[name]["status"] == "ungradable"
        assert reason in found[name]["problem"]
        assert not (course.root / "autograded" / name / "double").exists()
    assert set(course.grades()) == set(SCORES)


# The sandbox


def test_without_bubblewrap(graded, tmp_path):
    """Is the run refused, with how to get it?"""
    course = graded.copy(tmp_path)
    before = course.folders("double")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "python").symlink_to(sys.executable)
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", "double", "--force"],
        cwd=course.root,
        env={**os.environ, "PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "bwrap is not installed" in done.stderr
    assert "apt install bubblewrap" in done.stderr and "--no-isolation" in done.stderr
    assert course.folders("double") == before


def test_no_isolation_is_written_into_every_result(graded, tmp_path):
    course = graded.copy(tmp_path)
    said = course.grade("double", "--no-isolation")
    assert "Not isolated" in said
    for name in SCORES:
        assert course.result(name, "double")["isolated"] is False
    found = course.records("double", "--no-isolation")
    assert {name: record["score"] for name, record in found.items()} == SCORES
    assert all(record["unchanged"] and not record["isolated"] for record in found.values())


# Rights


def modes(course, student):
    folder = Path(course.root / "autograded" / student / "double")
    return {path.name: oct(path.stat().st_mode & 0o777) for path in folder.iterdir()}


def test_files_are_read_only(graded):
    assert modes(graded, "right") == {"double.ipynb": "0o444", "result.json": "0o444"}


def test_group_may_write_where_the_course_is_shared(commands, tmp_path):
    course = double_course(tmp_path, commands, "c.CourseDirectory.groupshared = True")
    course.grade("double", "--student", "right")
    assert modes(course, "right") == {"double.ipynb": "0o664", "result.json": "0o664"}
    # As nbgrader's own commands leave them.
    for folder in (course.root / "autograded", course.root / "autograded" / "right" / "double"):
        assert oct(folder.stat().st_mode & 0o2770) == "0o2770"


def test_result_is_one_json_document_with_an_end_of_line(graded):
    text = (graded.root / "autograded" / "right" / "double" / "result.json").read_text()
    assert text.endswith("}\n")
    assert json.loads(text)["student"] == "right"
