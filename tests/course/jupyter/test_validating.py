"""Does Validate on a desk say of each exercise whether it passes, in the exercise's own words?"""

from types import SimpleNamespace

import pytest
from nbformat.v4 import new_code_cell
from small_book import write_book

from course.desk.checking import PASSES, UNKNOWN, Line
from course.jupyter.validating import MARKS, NOTHING_WRONG, ValidateHandler, as_panel


@pytest.fixture
def notebook(tmp_path):
    return lambda **answers: write_book(tmp_path, **answers)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([("passed", PASSES)], None),
        ([("passed", PASSES), ("later", UNKNOWN)], NOTHING_WRONG),
        ([("wrong", "What is <2> + 2?"), ("later", UNKNOWN)], "1 of 2 exercises: look again."),
    ],
)
def test_the_panel_says_success_of_nothing_but_success(lines, found):
    """Does a quick question, which nothing here can judge, keep the panel from saying so?"""
    panel = as_panel([Line(f"Exercise {n}", "name", *line) for n, line in enumerate(lines)])
    if found is None:
        assert panel == {}
        return
    (entry,) = panel["failed"]
    assert entry["source"] == found
    assert entry["raw_error"].splitlines() == [
        f"{MARKS[verdict]} Exercise {n}: {text}" for n, (verdict, text) in enumerate(lines)
    ]
    assert "<2>" not in entry["error"]


def test_the_panel_names_what_was_changed():
    panel = as_panel([Line("Exercise 1", "name", "changed", "name, in Exercise 1\nUndo it.")])
    assert panel == {"changed": [{"source": "name, in Exercise 1\nUndo it."}]}


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
