"""What is said before the first submission of a unit that cannot be graded at all."""

import nbformat
import pytest
from nbgrader.api import Gradebook
from tiny_course import answer, book, check

from autograder.course import load_course
from autograder.engine.gradebook.recording import record_missing
from autograder.engine.run.own_solution import OWN_SOLUTION, OwnSolution
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.read_assignment import read_assignment
from autograder.engine.submission.results import NotebookResult, SubmissionResult, Verdict
from autograder.problems import CannotStart

CONFIG = "c = get_config()\nc.ClearSolutions.code_stub = {'python': 'pass', 'R': 'stop()'}\n"


R = {"name": "ir", "display_name": "R", "language": "R"}
PYTHON = {"name": "python3", "display_name": "Python 3", "language": "python"}
MINE = {"name": "mine", "display_name": "Mine"}
KERNELS = {
    "of_r": (R, "R"),
    "of_python": (PYTHON, "python"),
    "mine_of_r": (MINE, "R"),
    "mine_of_python": (MINE, "python"),
    "silent": (None, None),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with a unit for each kernel."""
    root = tmp_path_factory.mktemp("course")
    (root / "nbgrader_config.py").write_text(CONFIG)
    (root / ".autograder").mkdir()
    for unit, (kernel, language) in KERNELS.items():
        made = book(answer("one", "one = 1"), check("is_one", "one == 1"))
        made.metadata = {"kernelspec": kernel} if kernel else {}
        if language:
            made.metadata["language_info"] = {"name": language}
        (root / "source" / unit).mkdir(parents=True)
        nbformat.write(made, root / "source" / unit / f"{unit}.ipynb")
    found = load_course(root)
    record_missing(found, list(KERNELS))
    return found


def test_all_tests_that_the_solution_fails_are_named_with_what_to_do(course):
    own = OwnSolution(course, Assignment("u", {}, {}), "", 1)
    tests = {
        name: Verdict(0.0, 1.0, not message, message, 0.1)
        for name, message in (("one", "AssertionError"), ("two", ""), ("three", "NameError: x"))
    }
    result = SubmissionResult(OWN_SOLUTION, "u", "", [NotebookResult("u", b"", tests)])
    own.check(result)
    first, *lines = own.failing()
    assert "fails 2 of its tests, so nobody passes them. Mend" in first
    assert "`nbgrader generate_assignment --force u`" in first
    assert lines == ["  u, one: AssertionError", "  u, three: NameError: x"]
    own.strict = True
    with pytest.raises(CannotStart, match="u, three: NameError: x"):
        own.check(result)


@pytest.mark.parametrize("unit", KERNELS)
def test_a_notebook_of_another_language_is_refused_by_its_name(course, unit):
    with Gradebook(course.app.coursedir.db_url) as gradebook:
        if not unit.endswith("of_r"):
            assert list(read_assignment(course, unit, gradebook).notebooks) == [unit]
            return
        with pytest.raises(CannotStart, match=f"notebook {unit} is written in R:"):
            read_assignment(course, unit, gradebook)
