"""`autograder audit` where it cannot begin: is it said what is wrong, and where?"""

import nbformat
import pytest
import sandbox_needed  # noqa: F401
from click.testing import CliRunner
from statistics_course import statistics_course

from autograder.cli import main


@pytest.fixture
def root(tmp_path):
    return statistics_course(tmp_path)


def refused(root, *words):
    """What the audit says when it refuses."""
    result = CliRunner().invoke(main, ["audit", "--course-dir", str(root), *words])
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    return result.output


def change(root, name, was, becomes):
    """Replace a piece of a source notebook."""
    path = root / "source" / "week1" / f"{name}.ipynb"
    book = nbformat.read(path, as_version=4)
    assert any(was in cell.source for cell in book.cells)
    for cell in book.cells:
        cell.source = cell.source.replace(was, becomes)
    nbformat.write(book, path)


def test_a_solution_that_fails_its_own_tests(root):
    change(root, "averages", "return max(values) - min(values)", "return 1")
    said = refused(root)
    assert "The solution of spread in the source notebook week1/averages.ipynb" in said
    assert "does not pass its own tests" in said


def test_a_source_notebook_without_solutions(root):
    change(root, "words", "return values / np.max(values)", "raise NotImplementedError()")
    said = refused(root)
    assert "words.ipynb: the answer cell scaled holds no solution" in said


def test_a_unit_without_exercises(root):
    for path in (root / "source" / "week1").glob("*.ipynb"):
        book = nbformat.read(path, as_version=4)
        book.cells = [cell for cell in book.cells if "nbgrader" not in cell.metadata]
        nbformat.write(book, path)
    assert "week1 hold no solution with tests" in refused(root, "week1")
    assert "holds no unit with solutions and tests" in refused(root)


def test_a_solution_that_is_no_python(root):
    change(root, "averages", "return sum(values) / len(values)", "return sum(values")
    said = refused(root)
    assert "The solution of mean in week1/averages.ipynb is not Python" in said


def test_a_folder_without_configuration(root):
    (root / "nbgrader_config.py").unlink()
    assert "has no nbgrader_config.py" in refused(root)


def test_an_unknown_unit(root):
    assert "There is no unit week9" in refused(root, "week9")


def test_a_source_folder_without_units(root):
    for path in (root / "source" / "week1").glob("*.ipynb"):
        path.unlink()
    assert "holds no unit" in refused(root)
