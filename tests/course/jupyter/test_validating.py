"""Does Validate on a desk say of each exercise whether it passes, in the exercise's own words?"""

import os
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.utils import compute_checksum
from traitlets.config import Config

from course.jupyter.validating import UNANSWERED, DeskValidator, ValidateHandler


def cell(kind, text, name, **about):
    made = kind(text)
    made.metadata["nbgrader"] = {
        "grade_id": name,
        "grade": False,
        "solution": False,
        "locked": False,
        "task": False,
        "schema_version": 3,
        **about,
    }
    return made


def visible(text, name):
    made = cell(new_code_cell, text, name, grade=True, locked=True, points=1)
    made.metadata.nbgrader.update(checksum=compute_checksum(made), cell_type="code")
    return made


@pytest.fixture
def notebook(tmp_path):
    """Give a function that writes a notebook of two exercises and an essay; answers are given."""

    def write(double="    return 2 * x", half="    return x / 2", essay="Because.", change=None):
        why = cell(new_markdown_cell, "*Write here.*", "why", grade=True, solution=True, points=2)
        why.metadata.nbgrader.update(checksum=compute_checksum(why), cell_type="markdown")
        why.source = essay
        cells = [
            new_code_cell("import os\n\nfrom course import checks"),
            new_markdown_cell("### Exercise 1: double (1 point)"),
            cell(new_code_cell, f"def double(x):\n{double}", "double", solution=True),
            visible("checks.call(double, 2).equals(4, 'What is 2 + 2?')", "double_visible"),
            new_markdown_cell("### Exercise 2: half (2 points)"),
            cell(new_code_cell, f"def half(x):\n{half}", "half", solution=True),
            visible("checks.call(half, 2).equals(1)", "half_visible"),
            visible("assert os.path.exists('here.ipynb'), os.getcwd()", "half_place"),
            new_markdown_cell("### Reflection (2 points)"),
            why,
        ]
        book = new_notebook(cells=cells)
        if change:
            change(book)
        nbformat.write(book, tmp_path / "here.ipynb")
        return str(tmp_path / "here.ipynb")

    return write


def validated(path, **execute):
    config = Config()
    config.Execute.update(execute)
    before, folder = os.stat(path).st_mtime_ns, os.getcwd()
    found = DeskValidator(config=config).validate(path)
    assert (os.stat(path).st_mtime_ns, os.getcwd()) == (before, folder)
    return found


def test_a_notebook_that_passes_gives_nothing(notebook):
    """Is it run in its own folder, and neither it nor the process's folder changed?"""
    assert validated(notebook()) == {}


def test_what_fails_is_said_by_exercise_and_what_passes_by_name(notebook):
    found = validated(notebook(double="    return x + 3", essay="*Write here.*"))
    double, why = found["failed"]
    assert double["source"] == "Exercise 1: double (double_visible)"
    assert double["raw_error"] == "double(2) gives 5, expected 4. What is 2 + 2?"
    assert why["source"] == "Reflection (why)"
    assert why["raw_error"] == f"{UNANSWERED}\n\nThese pass:\nExercise 2: half"


def test_an_error_of_the_learners_own_is_one_line_and_no_html(notebook):
    found = validated(notebook(half="    return x / '<b>'"))
    (half,) = found["failed"]
    assert half["source"] == "Exercise 2: half (half_visible)"
    assert half["raw_error"].startswith("One side of the `/` is a text")
    assert "(at the line `return x / '<b>'`)" in half["raw_error"]
    assert half["raw_error"].endswith("These pass:\nExercise 1: double\nReflection")
    assert "<b>" not in half["error"] and "&lt;b&gt;" in half["error"]
    assert half["error"].endswith("Reflection</span>")


def test_a_loop_without_end_is_told(notebook):
    found = validated(notebook(half="    while True:\n        pass"), timeout=1)
    assert found["failed"][0]["raw_error"].startswith("It did not come to an end")


@pytest.mark.parametrize("key", ["changed", "type_changed"])
def test_a_test_that_was_changed_is_named_and_not_run(notebook, key):
    def change(book):
        if key == "changed":
            book.cells[3].source = "pass"
        else:
            book.cells[3] = nbformat.from_dict(
                {**new_markdown_cell("pass"), "metadata": book.cells[3].metadata}
            )

    found = validated(notebook(change=change))
    (only,) = found[key]
    assert only["source"].startswith("double_visible, in Exercise 1: double\nUndo the change")
    if key == "type_changed":
        assert (only["old_type"], only["new_type"]) == ("code", "markdown")


@pytest.fixture
def answer(tmp_path, monkeypatch):
    """Give a function that asks the handler for a path below a desk."""
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "no_settings"))
    monkeypatch.chdir(tmp_path)
    heard = SimpleNamespace(warning=lambda *words: None)
    handler = SimpleNamespace(
        root_dir=str(tmp_path), log=heard, load_config=lambda: ValidateHandler.load_config(None)
    )
    return lambda path: ValidateHandler.validate_notebook(handler, path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "here.ipynb is not there any more: was it renamed?"),
        ("{", "here.ipynb cannot be run: Notebook does not appear to be JSON"),
    ],
)
def test_what_cannot_be_run_is_told_in_a_sentence(tmp_path, answer, content, said):
    if content is not None:
        (tmp_path / "here.ipynb").write_text(content)
    found = answer("here.ipynb")
    assert not found["success"]
    assert found["value"].startswith(said) and "Traceback" not in found["value"]


def test_a_kernel_that_dies_is_told(notebook, answer):
    notebook(change=lambda book: book.cells.insert(0, new_code_cell("import os; os._exit(1)")))
    found = answer("here.ipynb")
    assert found == {
        "success": False,
        "value": "The kernel died while it ran the notebook: does it need too much memory?",
    }


def test_a_path_outside_the_desk_is_refused(answer):
    from tornado.web import HTTPError

    with pytest.raises(HTTPError, match="403"):
        answer("../here.ipynb")
