"""Is each kind of bad text refused, at its line, with a remedy?"""

import pytest

from autograder.building.rules import text_problems
from autograder.building.text import read_unit

HIDDEN = """\
### BEGIN HIDDEN TESTS
assert double(5) == 10, "Is any other number doubled, too?"
### END HIDDEN TESTS
"""
VISIBLE = 'assert double(2) == 4, "Is 2 doubled 4?"\n'


def problems_of(toy, text):
    unit, form = read_unit(toy.write(text=text))
    assert form == []
    return text_problems(unit, toy.course())


def test_valid_text_passes(toy):
    assert problems_of(toy, toy.unit_text) == []


# What to replace, by what, a piece of the line that must be named (None: where the replacement is),
# and words of the message.
REFUSED = {
    "duplicate grade_id": ("double_hidden", "double_visible", None, "duplicate grade_id"),
    "answer without region": (
        "    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION\n",
        "    return 2 * x\n",
        '"double"',
        "an answer without a solution region",
    ),
    "never closed": (
        "    ### END SOLUTION\n",
        "",
        "BEGIN SOLUTION",
        "BEGIN SOLUTION is never closed",
    ),
    "never opened": ("    ### BEGIN SOLUTION\n", "", "END SOLUTION", "without BEGIN SOLUTION"),
    "nested": (
        "    return 2 * x",
        "    # BEGIN SOLUTION again\n    return 2 * x",
        "again",
        "a second BEGIN SOLUTION",
    ),
    "solution outside an answer": (
        'print("before")',
        "### BEGIN SOLUTION\nx = 1\n### END SOLUTION",
        None,
        "BEGIN SOLUTION outside an answer cell",
    ),
    "hidden test outside a test": (
        'print("before")',
        "### BEGIN HIDDEN TESTS\nx = 1\n### END HIDDEN TESTS",
        None,
        "BEGIN HIDDEN TESTS outside a test cell",
    ),
    "scheme outside a task": (
        "# Twice a number is",
        "# ### BEGIN MARK SCHEME\n# ### END MARK SCHEME\n# Twice a number is",
        None,
        "BEGIN MARK SCHEME outside a task cell",
    ),
    "test without points": (', "points": 1', "", '"double_visible"', "a test without points"),
    "test with 0 points": (
        '"points": 1',
        '"points": 0',
        '"double_visible"',
        "a test without points",
    ),
    "task without points": (', "points": 2', "", '"reflect"', "a graded cell without points"),
    "hidden without visible": (VISIBLE, "", "BEGIN HIDDEN", "with no visible one before it"),
    "only an import is visible": (VISIBLE, "import math\n", "BEGIN HIDDEN", "with no visible one"),
    "trailing expression": (
        VISIBLE,
        VISIBLE + "double(2) == 4\n",
        "double(2) == 4\n",
        "expression",
    ),
    "trailing expression in hidden test": (
        "### END HIDDEN",
        "double(5) == 10\n### END HIDDEN",
        "double(5) == 10\n",
        "ends with an expression",
    ),
    "trailing expression without hidden test": (
        "# Hidden tests run here.",
        "double(3) == 6",
        "BEGIN HIDDEN",
        "without the hidden tests, the test ends with an expression",
    ),
    "missing key": ('"task": false, ', "", '"double_visible"', "metadata lacks task"),
    "old schema": ('"schema_version": 3', '"schema_version": 2', '"double"', "schema version"),
    "unlocked test": ('"locked": true', '"locked": false', '"double_visible"', "can edit"),
    "task that is graded twice": (
        '"grade": false, "locked": true, "solution": false, "task": true',
        '"grade": true, "locked": true, "solution": false, "task": true',
        '"reflect"',
        "whose points nbgrader counts twice",
    ),
    "unlocked task": (
        '"locked": true, "solution": false, "task": true',
        '"locked": false, "solution": false, "task": true',
        '"reflect"',
        "a task that learners can edit",
    ),
    "bad grade_id": ('"grade_id": "double",', '"grade_id": "a b",', '"a b"', "does not match"),
    "syntax error": ('print("before")', 'x = 1\nprint("before"', 'print("before"', "never closed"),
    "escape that Python warns of": ('"before"', '"\\d"', "\\d", "invalid escape sequence"),
    "hidden test that leaves a fragment": (
        "# Hidden tests run here.\n### BEGIN HIDDEN TESTS\nassert",
        "for n in range(3):\n    ### BEGIN HIDDEN TESTS\n    assert",
        "BEGIN HIDDEN",
        "without the hidden tests, Python refuses this",
    ),
    "picture without alternative": (
        "# Twice a number is",
        "# ![](double.png)\n# Twice a number is",
        "double.png",
        "a figure without a text alternative",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_text_is_refused(toy, name):
    old, new, at, said = REFUSED[name]
    assert old in toy.unit_text
    text = toy.unit_text.replace(old, new, 1)
    place = toy.unit_text.index(old) if at is None else text.index(at)
    line = text.count("\n", 0, place) + 1
    found = problems_of(toy, text)
    assert [problem.line for problem in found if said in problem.text] == [line], found


def test_all_problems_are_listed_in_order(toy):
    text = toy.unit_text.replace("    ### END SOLUTION\n", "").replace(', "points": 1', "")
    found = problems_of(toy, text)
    assert len(found) == 3
    assert found == sorted(found)


def test_code_before_the_hidden_region_is_a_visible_test(toy):
    text = toy.unit_text.replace(VISIBLE, "").replace(HIDDEN, VISIBLE + HIDDEN)
    assert problems_of(toy, text) == []


def test_visible_test_serves_one_answer_only(toy):
    first = toy.unit_text.index("# %% nbgrader")
    last = toy.unit_text.index("# %%\ndouble(8)")
    exercise = toy.unit_text[first:last].replace("double", "triple").replace(VISIBLE, "")
    exercise = exercise.replace(VISIBLE.replace("double", "triple"), "")
    text = toy.unit_text[:last] + exercise + toy.unit_text[last:]
    assert [problem.text.split(":")[0] for problem in problems_of(toy, text)] == [
        "a hidden test with no visible one before it"
    ]


def test_test_may_end_with_a_call(toy):
    text = toy.unit_text.replace(VISIBLE, VISIBLE + 'print("double works here.")\n')
    assert problems_of(toy, text) == []


def test_magics_and_await_are_python_here(toy):
    text = toy.unit_text.replace('print("before")', "# %matplotlib inline\n# !ls\nawait double(3)")
    assert problems_of(toy, text) == []


def test_cell_that_shows_an_error_may_be_wrong(toy):
    text = toy.unit_text.replace(
        '# %%\nprint("before")', '# %% tags=["raises-exception"]\nprint("before"'
    )
    assert problems_of(toy, text) == []


def test_words_of_the_regions_come_from_the_configuration(toy):
    config = toy.root / "nbgrader_config.py"
    config.write_text(
        config.read_text() + 'c.ClearSolutions.begin_solution_delimeter = "ANTWORT"\n'
    )
    assert problems_of(toy, toy.unit_text.replace("BEGIN SOLUTION", "ANTWORT")) == []
    assert len(problems_of(toy, toy.unit_text)) == 2
