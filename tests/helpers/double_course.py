"""The unit and the answers that the tests of `autograder grade` begin with."""

from tiny_course import TinyCourse, answer, book, check

HIDDEN = """\
# Hidden tests run here.
### BEGIN HIDDEN TESTS
assert double(5) == 10, "Is any other number doubled, too?"
### END HIDDEN TESTS"""
VISIBLE = 'assert double(2) == 4, "Is 2 doubled 4?"'
RIGHT = "def double(x):\n    return 2 * x"
ANSWERS = {
    "right": {"double": RIGHT},
    "wrong": {"double": "def double(x):\n    return 4"},
    "untouched": {},
    "changed": {"double": "def double(x):\n    return 4", "visible": "assert True"},
}
SCORES = {"right": 3, "wrong": 1, "untouched": 0, "changed": 1}


def cells(visible=VISIBLE, solution=RIGHT):
    """The cells of the unit: two tests, for one point and for two."""
    return [answer("double", solution), check("visible", visible), check("hidden", HIDDEN, 2)]


def double_course(folder, commands, *config):
    """A course with the unit and a submission of each kind; nothing is graded."""
    course = TinyCourse.new(folder, commands, *config)
    course.add("double", double=book(*cells()))
    for student, answers in ANSWERS.items():
        course.submit(student, "double", **answers)
    return course


def hand_in_garbage(course, student):
    """Let a learner submit something that is no notebook."""
    folder = course.root / "submitted" / student / "double"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "double.ipynb").write_text('{"cells": [')
