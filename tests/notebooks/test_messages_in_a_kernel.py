"""What a learner sees in a real kernel: the sentence comes last, and no code of the checks."""

import re

import pytest
from nbclient import NotebookClient
from unit import ROOT, book_names, read_notebook

from autograder.building.execute import SamePythonKernel

UNIT = "02_forward_propagation"
ANSWERS = {
    "node_value": "wrong_mean",
    "forward": None,
    "question_1": "wrong_two_letters",
    "forward_rows": "wrong_return_in_loop",
    "forward_matrix": "wrong_order",
}


@pytest.fixture(scope="module")
def errors():
    """Return {grade_id: the lines of the error shown} of released notebooks with wrong answers."""
    return {name: lines for book in book_names(UNIT) for name, lines in _errors_of(book).items()}


def _errors_of(book):
    notebook = read_notebook("release", UNIT, book)
    for cell in notebook.cells:
        if ANSWERS.get(cell.id):
            path = ROOT / "tests" / "answers" / UNIT / cell.id / f"{ANSWERS[cell.id]}.py"
            cell.source = path.read_text(encoding="utf-8")
    where = {"metadata": {"path": str(ROOT / "release" / UNIT)}}
    NotebookClient(
        notebook,
        allow_errors=True,
        kernel_manager_class=SamePythonKernel,
        resources=where,
    ).execute()
    return {
        cell.id: _without_colors("\n".join(output.traceback)).splitlines()
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "error"
    }


def _without_colors(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize(
    ("grade_id", "sentence"),
    [
        ("node_value_visible", "node_value([2, 4], [1, 3]) gives 7, expected 14. That is half"),
        ("forward_visible", "forward([4, 1], weights) is not written yet. Delete the line"),
        ("question_1_test", 'Return one of "a", "b", "c" (a letter in quotes). You returned'),
        ("forward_rows_visible", "forward_rows(X, weights) should be an array of shape (3,), but"),
    ],
)
def test_a_check_that_fails_shows_its_sentence_and_nothing_else(errors, grade_id, sentence):
    assert len(errors[grade_id]) == 1
    assert errors[grade_id][0].startswith(sentence)


def test_an_error_of_python_ends_in_plain_words(errors):
    last = errors["forward_matrix_visible"][-1]
    assert last.startswith("The two arrays of a product `@` do not fit")
    assert last.endswith("?")


def test_an_error_of_python_shows_the_learners_line_and_no_frame_of_the_checks(errors):
    shown = "\n".join(errors["forward_matrix_visible"])
    assert "return W1 @ X @ w2" in shown
    assert "course/checks" not in shown
    assert "deepcopy" not in shown
