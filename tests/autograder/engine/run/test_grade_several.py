"""A unit of several notebooks: each is graded alike, and none that is missing is a silent 0."""

import shlex

import pytest
from tiny_course import TinyCourse, answer, book, check

pytestmark = pytest.mark.slow

UNIT = "u 1.5 (two)"
ONE = "def one(x):\n    return x + 1"
TWO = "def two(x):\n    return x + 2"
HIDDEN = "# Here.\n### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"
RIGHT = {"one": ONE, "two": TWO}


def sitting(name, solution):
    """A notebook with one exercise."""
    add = int(solution[-1])
    hidden = HIDDEN.format(f"assert {name}(9) == {9 + add}")
    return book(
        answer(name, solution),
        check(f"{name}_visible", f"assert {name}(0) == {add}"),
        check(f"{name}_hidden", hidden, 2),
    )


def rename(folder, old, new):
    (folder / f"{old}.ipynb").rename(folder / new)


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """A course with a unit of two sittings, and what came of each learner's submission."""
    course = TinyCourse.new(tmp_path_factory.mktemp("several"), commands)
    course.add(UNIT, **{"1a_one": sitting("one", ONE), "1b_two": sitting("two", TWO)})
    course.submit("whole", UNIT, **RIGHT)
    (course.submit("first", UNIT, **RIGHT) / "1b_two.ipynb").unlink()
    rename(course.submit("copied", UNIT, **RIGHT), "1b_two", "1b_two-Copy1.ipynb")
    folder = course.submit("unsure", UNIT, **RIGHT)
    rename(folder, "1b_two", "1b_two-Copy1.ipynb")
    text = (folder / "1b_two-Copy1.ipynb").read_text()
    (folder / "1b_two-Copy2.ipynb").write_text(text.replace("x + 2", "x + 3"))
    rename(course.submit("other", UNIT, **RIGHT), "1a_one", "homework.ipynb")
    run = "%run 1a_one.ipynb\ndef two(x):\n    return one(x) + 1"
    course.submit("running", UNIT, **{**RIGHT, "two": run})
    folder = course.submit("nothing", UNIT)
    for path in folder.iterdir():
        path.unlink()
    (folder / "solution.txt").write_text("1")
    course.said = course.grade(UNIT, status=1)
    course.found = course.records(UNIT, status=1)
    return course


SCORES = {
    "whole": 6, "first": 3, "copied": 6, "unsure": 3, "other": 6, "running": 6, "nothing": None,
}  # fmt: skip


@pytest.mark.parametrize("student", SCORES)
def test_score(graded, student):
    assert graded.found[student]["score"] == SCORES[student], graded.found[student]


def test_the_gradebook_has_the_same_scores(graded):
    found = {name: float(row["score"]) for name, row in graded.export().items()}
    assert found == {name: score or 0 for name, score in SCORES.items()}


def test_tests_are_told_by_notebook(graded):
    tests = graded.result("whole", UNIT)["tests"]
    assert {name: list(verdicts) for name, verdicts in tests.items()} == {
        "1a_one": ["one_visible", "one_hidden"],
        "1b_two": ["two_visible", "two_hidden"],
    }


def test_what_is_not_handed_in_yet_is_told_and_is_not_wrong(graded):
    found, result = graded.found["first"], graded.result("first", UNIT)
    assert (found["status"], found["missing"], found["flags"]) == ("graded", ["1b_two"], [])
    assert (result["missing"], list(result["tests"])) == (["1b_two"], ["1a_one"])
    assert "Not handed in yet: 1b_two, by first, unsure." in graded.said
    assert graded.found["whole"]["missing"] == []


def test_a_misnamed_one_is_graded_and_told(graded):
    for student, name in (("copied", "1b_two-Copy1.ipynb"), ("other", "homework.ipynb")):
        flag = graded.found[student]["flags"]
        assert [one["what"] for one in flag] == ["misnamed"] and name in flag[0]["text"]
        assert graded.found[student]["missing"] == []
    names = {path.name for path in (graded.root / "autograded" / "copied" / UNIT).iterdir()}
    assert names == {"1a_one.ipynb", "1b_two.ipynb", "result.json"}


def test_where_two_may_be_meant_both_are_named(graded):
    (flag,) = graded.found["unsure"]["flags"]
    assert "1b_two-Copy1.ipynb or 1b_two-Copy2.ipynb may be meant" in flag["text"]


def test_without_any_notebook_it_is_ungradable(graded):
    assert graded.found["nothing"]["status"] == "ungradable"
    assert "no 1a_one.ipynb or 1b_two.ipynb" in graded.found["nothing"]["problem"]


def test_nothing_is_graded_twice(graded, tmp_path):
    course = graded.copy(tmp_path)
    assert "6 had not changed" in course.grade(UNIT, status=1)


def test_the_second_sitting_comes_later(graded, tmp_path):
    """Is all of it graded again when the other notebook comes?"""
    course = graded.copy(tmp_path)
    course.submit("first", UNIT, **RIGHT)
    found = course.records(UNIT, "--student", "first")["first"]
    assert (found["score"], found["missing"]) == (6, [])


def test_a_damaged_one_keeps_the_points_from_before(graded, tmp_path):
    course = graded.copy(tmp_path)
    (course.root / "submitted" / "whole" / UNIT / "1b_two.ipynb").write_text("{")
    for _ in range(2):
        found = course.records(UNIT, "--student", "whole")["whole"]
        assert (found["score"], found["status"]) == (6, "graded, flagged")
        (flag,) = found["flags"]
        assert flag["text"].startswith("1b_two.ipynb is no notebook")
        assert flag["text"].endswith("It was not graded: points from before stay.")
        assert list(course.result("whole", UNIT)["tests"]) == ["1a_one", "1b_two"]
    folder = course.root / "autograded" / "whole" / UNIT
    assert [path.name for path in folder.glob("*.ipynb")] == ["1a_one.ipynb"]
    assert found["unchanged"]


def test_one_that_cannot_be_run_as_the_own_solution_names_it(graded, tmp_path):
    """Are the tests of all notebooks held against the course's own solution?"""
    course = graded.copy(tmp_path)
    second = sitting("two", TWO)
    second.cells[0].source = second.cells[0].source.replace("x + 2", "x + 3")
    course.add(UNIT, **{"1a_one": sitting("one", ONE), "1b_two": second})
    said = course.grade(UNIT, "--force", status=1)
    assert "fails 2 of its tests" in said and "1b_two, two_visible: AssertionError" in said
    assert f"generate_assignment --force {shlex.quote(UNIT)}`" in said


def test_a_notebook_that_the_source_has_lost_is_told(graded, tmp_path):
    course = graded.copy(tmp_path)
    (course.root / "source" / UNIT / "1b_two.ipynb").unlink()
    said = course.grade(UNIT, "--force", status=2)
    assert "has the notebook 1b_two, and the source folder has none of this name" in said
