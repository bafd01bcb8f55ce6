"""Visible tests are folded, so that learners see one line of each: what it checks.

JupyterLab, Notebook 7 and VS Code read ``jupyter.source_hidden`` from a cell's metadata; JupyterLab
shows the first line of what is folded.
"""

from collections.abc import Iterator

from autograder.building.rules import is_visible_test
from autograder.building.text import Unit
from autograder.course import Course
from autograder.problems import Problem

LONGEST = 90


def folding_problems(unit: Unit, course: Course) -> Iterator[Problem]:
    """Find visible tests whose first line would not tell learners what a folded cell does."""
    if not course.settings.fold_tests:
        return
    opening = f"# {course.settings.folded_line} "
    for body, cell in zip(unit.bodies, unit.notebook.cells, strict=True):
        if not is_visible_test(cell, course.hidden):
            continue
        first = cell.source.split("\n")[0]
        if not first.startswith(opening):
            yield Problem(
                body,
                "a visible test is folded to its first line: let it say what the cell checks, "
                f"for instance '{opening}relu: one number, an array. Run this cell.'",
            )
        elif len(first) > LONGEST:
            yield Problem(
                body,
                f"the line that stands for a folded test has {len(first)} characters: at most "
                f"{LONGEST} are seen at once.",
            )


def fold_tests(unit: Unit, course: Course) -> None:
    """Fold the visible tests of a notebook, where the course wants it."""
    if not course.settings.fold_tests:
        return
    for cell in unit.notebook.cells:
        if is_visible_test(cell, course.hidden):
            cell.metadata["jupyter"] = {"source_hidden": True}
