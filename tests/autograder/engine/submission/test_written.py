"""Does the process that saves get a notebook's file, and of its cells what the gradebook needs?"""

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.utils import compute_checksum

from autograder.engine.submission.results import CellResult, ExecutedNotebook
from autograder.engine.submission.stops import TIME
from autograder.engine.submission.tidying import Tidying
from autograder.engine.submission.written import written

GRADING = {"grade": False, "solution": False, "task": False, "schema_version": 3}


def _cell(name, source, outputs=(), **kinds):
    cell = new_code_cell(source, id=name, outputs=list(outputs))
    cell.metadata["nbgrader"] = {**GRADING, "grade_id": name, **kinds}
    return cell


def _notebook():
    left = _cell("left", "one = 1", solution=True)
    left.metadata["nbgrader"]["checksum"] = compute_checksum(left)
    late = new_output("error", ename="CellTimeoutError", evalue="", traceback=[*"12345"])
    lines = new_output("stream", text="1\n2\n3\n")
    warned = new_output("stream", name="stderr", text="a warning of no interest")
    test = _cell("test", "assert one == 1", [lines, warned, late], grade=True)
    return new_notebook(cells=[left, new_code_cell("own = 1", id="own"), test])


def test_the_file_is_the_tidied_notebook():
    notebook = _notebook()
    made = written(ExecutedNotebook("one", notebook, {}), Tidying("no interest", 2, 3))
    read = nbformat.reads(made.text.decode(), as_version=4)
    assert read == notebook
    stream, error = read.cells[2].outputs
    assert stream.text == "1\n... Output truncated ..."
    assert error.traceback == ["1", "... Traceback truncated ...", "5"]
    assert made.text.endswith(b"}\n")


def test_of_the_cells_it_tells_what_the_gradebook_asks_for():
    made = written(ExecutedNotebook("one", _notebook(), {}), Tidying())
    assert made.cells == [
        CellResult("left", "one = 1", False, True, False, True),
        CellResult("test", "assert one == 1", True, False, False, False),
    ]
    assert [(stop.what, stop.where) for stop in made.stops] == [(TIME, "test")]
