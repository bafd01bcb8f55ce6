"""What the checks of a course show: as text in what is graded, and with the learner's own lines."""

import pytest
from tiny_course import TinyCourse, answer, book, check

from autograder.engine.submission.outcome import ANSI

pytestmark = pytest.mark.slow

TEST = """\
from course import checks
value = checks.call(double, 2)
value.equals(4)
checks.passed("double works here.")"""
ANSWERS = {
    "right": "def double(x):\n    return 2 * x",
    "wrong": "def double(x):\n    return 5",
    "stops": "def double(x):\n    return x.no_such_thing",
}


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    course = TinyCourse.new(tmp_path_factory.mktemp("cards"), commands)
    course.add("u", u=book(answer("double", ANSWERS["right"]), check("test", TEST)))
    for student, text in ANSWERS.items():
        course.submit(student, "u", double=text)
    course.found = course.records("u")
    return course


def outputs(graded, student):
    cells = graded.graded_book(student, "u").cells
    return next(cell for cell in cells if cell.metadata.nbgrader.grade_id == "test").outputs


def test_points(graded):
    assert {name: found["score"] for name, found in graded.found.items()} == {
        "right": 1,
        "wrong": 0,
        "stops": 0,
    }


def test_a_passed_check_is_its_sentence(graded):
    (shown,) = outputs(graded, "right")
    assert (shown.output_type, shown.text) == ("stream", "double works here.\n")


def test_a_failed_check_is_its_sentence(graded):
    (shown,) = outputs(graded, "wrong")
    assert shown.ename == "CheckFailed" and shown.traceback == [shown.evalue]
    assert shown.evalue.startswith("double(2) gives 5, expected 4.")


def test_an_error_keeps_the_learners_own_line_and_no_other(graded):
    (shown,) = outputs(graded, "stops")
    text = ANSI.sub("", "\n".join(shown.traceback))
    assert shown.ename == "AttributeError"
    assert "Cell In[1], line 2, in double(x)" in text and "x.no_such_thing" in text
    assert "autograder" not in text and "site-packages" not in text
