"""Does Check all give each exercise one line that is true, and leave the notebook alone?"""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from small_book import cell, visible
from traitlets.config import Config

from course.desk.checking import BY_HAND, PASSES, SEEN_ONLY, UNKNOWN
from course.desk.exercises import read_cells
from course.jupyter.checking import NOT_BEGUN, check, summary

STUB = '    raise NotImplementedError("Not written yet: replace this line.")'
ESSAY = "*Write here.*"


def later(name):
    return visible("# Hidden tests run here when your work is graded.", name)


def book(double=STUB, half=STUB, question="question = ...", essay=ESSAY):
    """Two exercises, one of them with hidden tests, a quick question, and an essay."""
    why = cell(new_markdown_cell, essay, "why", grade=True, solution=True, points=2)
    return [
        new_code_cell("from course import checks"),
        new_markdown_cell("### Exercise 1: double (3 points)"),
        cell(new_code_cell, f"def double(x):\n{double}", "double", solution=True),
        visible("checks.call(double, 2).equals(4, 'What is 2 + 2?')", "double_visible"),
        later("double_hidden"),
        new_markdown_cell("### Exercise 2: half (1 point)"),
        cell(new_code_cell, f"def half(x):\n{half}", "half", solution=True),
        visible("checks.call(half, 2).equals(1)", "half_visible"),
        new_markdown_cell("### Quick question 1 (1 point)"),
        cell(new_code_cell, question, "question", solution=True),
        later("question_test"),
        new_markdown_cell("### Reflection (2 points)"),
        why,
    ]


@pytest.fixture
def checked(tmp_path):
    """Give a function that checks a learner's notebook, or the cells that it is given."""
    laid = tmp_path / "laid.ipynb"
    nbformat.write(new_notebook(cells=book()), laid)
    path = tmp_path / "here.ipynb"

    def run(cells):
        nbformat.write(new_notebook(cells=cells), path)
        before = path.read_bytes()
        found = check(path, read_cells(laid), Config())
        assert path.read_bytes() == before
        return json.loads(json.dumps(found))

    return run


def test_each_exercise_has_one_line_and_none_says_more_than_was_checked(checked):
    lines = checked(book("    return 2 * x", "    return x / 2", "question = 3", "Because."))
    assert [tuple(line.values()) for line in lines] == [
        ("Exercise 1: double", "double_visible", "passed", SEEN_ONLY),
        ("Exercise 2: half", "half_visible", "passed", PASSES),
        ("Quick question 1", "question_test", "later", UNKNOWN),
        ("Reflection", "why", "later", BY_HAND),
    ]
    assert summary(lines)["said"] == "4 exercises: 2 passed, 2 to be checked when you hand in."


def test_what_is_wrong_is_said_in_the_tests_words_and_what_is_open_is_not_wrong(checked):
    lines = checked(book("    return x + 3"))
    assert lines[0] == {
        "title": "Exercise 1: double",
        "cell": "double_visible",
        "state": "failed",
        "text": "double(2) gives 5, expected 4. What is 2 + 2?",
    }
    assert {(line["state"], line["text"]) for line in lines[1:]} == {("open", NOT_BEGUN)}
    assert summary(lines)["said"] == "4 exercises: 1 not right yet, 3 not begun."


def test_a_changed_test_is_named_and_nothing_is_run(checked):
    cells = book("    return 2 * x")
    cells[3].source = "raise SystemExit"
    (only,) = checked(cells)
    assert (only["title"], only["cell"], only["state"]) == (
        "Exercise 1: double",
        "double_visible",
        "failed",
    )
    assert only["text"].startswith("double_visible, in Exercise 1: double\nUndo the change there")


def test_what_cannot_be_run_is_one_sentence(tmp_path):
    path = tmp_path / "here.ipynb"
    path.write_text("{")
    (only,) = check(path, [], Config())
    assert only["cell"] == "" and only["text"].startswith("here.ipynb cannot be run: ")
