"""The committed notebooks and what their texts give now."""

import subprocess
import sys

import pytest
from unit import ROOT, read_notebook, unit_books

from autograder.building.folding import fold_tests
from autograder.building.text import read_unit
from autograder.course import load_course


@pytest.fixture(scope="module")
def course():
    return load_course(ROOT)


def as_written(notebook):
    """What stands in each cell before it is run."""
    return [(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]


@pytest.mark.parametrize(("unit", "book"), unit_books())
def test_a_notebook_holds_the_cells_of_its_text(course, unit, book):
    read, problems = read_unit(ROOT / "source" / f"{book}.py")
    assert problems == []
    fold_tests(read, course)
    assert as_written(read_notebook("source", unit, book)) == as_written(read.notebook)


@pytest.mark.slow
def test_no_notebook_has_drifted_from_its_text():
    """Outputs and releases, too: every notebook is run."""
    command = [sys.executable, "-m", "autograder", "build", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
