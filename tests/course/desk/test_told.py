"""Is an error told in the same plain words on the desk and on a feedback page?"""

import pytest
from unit import ROOT

from course.desk.exercises import exercises, sentence
from course.desk.told import in_words, notes


def test_both_packages_say_the_same():
    """`course` and `autograder` do not import each other: the one text is there twice."""
    desk, pages = (ROOT / "course/desk/told.py", ROOT / "autograder/pages/told.py")
    own = pages.read_text().replace("from autograder.pages.language", "from course.language")
    assert desk.read_text() == own


UNCLOSED = ("SyntaxError", "'(' was never closed (123.py, line 3)")


@pytest.mark.parametrize(
    ("kind", "value", "answers", "said"),
    [
        ("CheckFailed", "Is 2 doubled?", [], "Is 2 doubled?"),
        ("AssertionError", "", [], ""),
        (
            "KeyboardInterrupt",
            "",
            [],
            "It did not come to an end: is there a loop that never stops?",
        ),
        ("NotImplementedError", "Not written yet: replace it.", [], "Not written yet."),
        ("NotImplementedError", "", [], "NotImplementedError"),
        ("TypeError", "no", [UNCLOSED], "TypeError: no"),
        ("NameError", "name 'relu' is not defined", [], "NameError: name 'relu' is not defined"),
        (
            "NameError",
            "name 'relu' is not defined",
            [UNCLOSED],
            "Python cannot read the answer ('(' was never closed, line 3), so there is no `relu` "
            "to test.",
        ),
        (
            "NameError",
            "name 'relu' is not defined",
            [("TypeError", "'int' object is not callable")],
            "The answer stopped with an error (TypeError: 'int' object is not callable), so there "
            "is no `relu` to test.",
        ),
        (
            "NameError",
            "name 'relu' is not defined",
            [("KeyboardInterrupt", "")],
            "The answer did not come to an end, so there is no `relu` to test.",
        ),
    ],
)
def test_an_error_in_words(kind, value, answers, said):
    assert in_words(kind, value, answers) == said


def test_the_desk_looks_at_the_answer_of_the_same_exercise():
    def code(name, outputs=(), **about):
        about = {"nbgrader": {"grade_id": name, **about}}
        made = {"cell_type": "code", "metadata": about, "source": name, "execution_count": 1}
        return {**made, "outputs": list(outputs)}

    def error(kind, value):
        return {"output_type": "error", "ename": kind, "evalue": value}

    undefined = error("NameError", "name 'relu' is not defined")
    cells = [
        {"cell_type": "markdown", "source": "### Exercise 1"},
        code("relu", [error(*UNCLOSED)], solution=True),
        code("relu_visible", [undefined], grade=True, points=1),
        {"cell_type": "markdown", "source": "### Exercise 2"},
        code("tanh", solution=True),
        code("tanh_visible", [undefined], grade=True, points=1),
    ]
    one, two = exercises(cells, cells)
    assert one.tests[0].problem.startswith("Python cannot read the answer")
    assert two.tests[0].problem == "NameError: name 'relu' is not defined"


@pytest.mark.parametrize(
    ("trace", "found"),
    [
        (
            "Cell In[3], line 2\n----> 2 f(x)\nTypeError: no\nThink of x.\nOr of f.",
            "Think of x.\nOr of f.",
        ),
        ("TypeError: no", ""),
        ("ValueError: no\nThink of x.", ""),
        ("", ""),
    ],
)
def test_the_notes_of_an_error_stand_below_it(trace, found):
    assert notes(trace, "TypeError", "no") == found
    assert in_words("TypeError", "no", [UNCLOSED], found) == (found or "TypeError: no")


def test_a_note_is_said_with_the_line_that_it_is_about():
    trace = ["----> 2     return x.sum\n\x1b[31mTypeError\x1b[39m: no\nThink of x."]
    output = {"output_type": "error", "ename": "TypeError", "evalue": "no", "traceback": trace}
    assert sentence({"outputs": [output]}) == "Think of x. (at the line `return x.sum`)"
