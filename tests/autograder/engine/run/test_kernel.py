"""Where there is no sandbox, nbgrader's own kernel runs a submission, and the result says so."""

import json

import nbformat
import pytest
from submitted_book import BOOK, submitted

from autograder.engine.run.dispatch import this_machines
from autograder.engine.run.kernel import grade, run_in_kernel
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Ungradable
from autograder.engine.submission.sanitize import rebuild


def run(files=None, **changes):
    """Run a submission of the double unit in a kernel."""
    told = nbformat.reads(json.dumps(submitted(**changes)), as_version=4)
    notebook, _ = rebuild(told, BOOK)
    return run_in_kernel(notebook, BOOK, files or {}, Limits(cell_seconds=20))


def test_other_platforms_get_kernels():
    assert this_machines("darwin").grade is this_machines("win32").grade is grade
    assert this_machines("linux").grade is not grade


def test_tests_are_scored_by_their_outputs():
    found = run(answer={"source": "def double(x):\n    return 4"}).tests
    assert {name: verdict.points for name, verdict in found.items()} == {"test": 1.0, "hidden": 0.0}
    assert found["hidden"].message == "AssertionError" and found["hidden"].checks == "inside"


def test_files_lie_beside_the_notebook():
    answer = "def double(x):\n    return int(open('sub/two.txt').read()) * x"
    found = run({"sub/two.txt": b"2"}, answer={"source": answer}).tests
    assert all(verdict.passed for verdict in found.values())


def test_a_kernel_that_dies_leaves_it_ungradable():
    with pytest.raises(Ungradable, match="could not be run"):
        run(answer={"source": "import os\nos._exit(0)"})
