"""What a unit's text must fulfil before it is worth running."""

import ast
from collections.abc import Iterator
from itertools import chain

from nbformat import NotebookNode
from nbgrader.nbgraderformat import (
    MetadataValidator,
    SchemaTooNewError,
    SchemaTooOldError,
    ValidationError,
)
from nbgrader.utils import is_grade, is_solution, is_task

from autograder.building.pictures import markdown_faults
from autograder.building.source_code import find_regions, parse_cell, without_regions
from autograder.building.text import Unit
from autograder.course import Course, Marks
from autograder.problems import Problem

KEYS = ("grade", "grade_id", "locked", "schema_version", "solution", "task")


def is_test(cell: NotebookNode) -> bool:
    """Whether the cell is scored by running it."""
    return cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)


def is_visible_test(cell: NotebookNode, marks: Marks) -> bool:
    """Whether the cell is scored by running it, and learners can run a part of it.

    Parameters
    ----------
    cell : nbformat.NotebookNode
        As the author wrote it.
    marks : Marks
        The words around a hidden test.
    """
    if not is_test(cell):
        return False
    regions, _ = find_regions(cell.source, marks)
    shown = without_regions(cell.source, regions)
    return any(_is_test_line(line) for line in shown.split("\n"))


def text_problems(unit: Unit, course: Course) -> list[Problem]:
    """List what is wrong with a unit's text.

    Parameters
    ----------
    unit : Unit
        The unit as read.
    course : Course
        Its configuration says which words mark the regions.

    Returns
    -------
    list of Problem
    """
    return sorted(
        set(
            chain(
                _metadata_problems(unit),
                _duplicates(unit),
                _region_problems(unit, course),
                _missing_solutions(unit, course.solution),
                _unannounced_hidden_tests(unit, course.hidden),
                _code_problems(unit, course.hidden),
                _silent_pictures(unit),
            )
        )
    )


def _metadata_problems(unit: Unit) -> Iterator[Problem]:
    """Check what each cell says of itself to nbgrader."""
    for marker, cell in zip(unit.markers, unit.notebook.cells, strict=True):
        if "nbgrader" not in cell.metadata:
            continue
        meta = cell.metadata["nbgrader"]
        missing = [key for key in KEYS if key not in meta]
        points = meta.get("points", 0)
        worth = isinstance(points, int | float) and not isinstance(points, bool) and points > 0
        if missing:
            yield Problem(marker, f"the nbgrader metadata lacks {', '.join(missing)}: add that.")
        elif (is_grade(cell) or is_task(cell)) and not worth:
            kind = "test" if is_test(cell) else "graded cell"
            yield Problem(marker, f'a {kind} without points: give it "points" above 0.')
        elif is_task(cell) and is_grade(cell):
            yield Problem(
                marker,
                "a task that is a graded cell too, whose points nbgrader counts twice: set "
                '"grade": false.',
            )
        elif (is_test(cell) or is_task(cell)) and not meta["locked"]:
            kind = "test" if is_test(cell) else "task"
            yield Problem(marker, f'a {kind} that learners can edit: set "locked": true.')
        else:
            yield from _schema_problem(marker, cell)


def _schema_problem(marker: int, cell: NotebookNode) -> Iterator[Problem]:
    """Ask nbgrader itself whether it accepts a cell's metadata."""
    try:
        MetadataValidator().validate_cell(cell)
    except (ValidationError, SchemaTooOldError, SchemaTooNewError) as error:
        reason = getattr(error, "message", str(error)).splitlines()[0]
        yield Problem(marker, f"nbgrader refuses the cell's metadata: {reason}.")


def _duplicates(unit: Unit) -> Iterator[Problem]:
    """Find cells with the same grade_id."""
    first: dict[str, int] = {}
    for marker, cell in zip(unit.markers, unit.notebook.cells, strict=True):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in first:
            there = first[grade_id]
            text = f"duplicate grade_id {grade_id!r}: line {there} has it too. Choose another."
            yield Problem(marker, text)
        elif grade_id is not None:
            first[grade_id] = marker


def _region_problems(unit: Unit, course: Course) -> Iterator[Problem]:
    """Find marks without a partner, and regions in cells where nbgrader expects none."""
    kinds = (
        (course.solution, is_solution, "an answer cell (solution: true)"),
        (course.hidden, is_test, "a test cell (a code cell with grade: true and solution: false)"),
        (course.scheme, is_task, "a task cell (task: true)"),
    )
    for body, cell in zip(unit.bodies, unit.notebook.cells, strict=True):
        for marks, fits, where in kinds:
            regions, faults = find_regions(cell.source, marks)
            for place, text in faults:
                yield Problem(body + place, text)
            if regions and not fits(cell):
                yield Problem(body + regions[0].start, f"{marks.begin} outside {where}.")


def _missing_solutions(unit: Unit, marks: Marks) -> Iterator[Problem]:
    """Find answers that nbgrader would replace as a whole."""
    for marker, cell in zip(unit.markers, unit.notebook.cells, strict=True):
        if cell.cell_type == "code" and is_solution(cell) and marks.begin not in cell.source:
            yield Problem(
                marker,
                f"an answer without a solution region: write {marks.begin} and {marks.end} around "
                "what the learner is to find.",
            )


def _unannounced_hidden_tests(unit: Unit, marks: Marks) -> Iterator[Problem]:
    """Find hidden tests of answers that learners cannot check at all."""
    seen = False
    for body, cell in zip(unit.bodies, unit.notebook.cells, strict=True):
        if is_solution(cell):
            seen = False
        elif is_test(cell):
            regions, _ = find_regions(cell.source, marks)
            lines = cell.source.split("\n")
            shown = lines[: regions[0].start] if regions else lines
            seen = seen or any(_is_test_line(line) for line in shown)
            if regions and not seen:
                yield Problem(
                    body + regions[0].start,
                    "a hidden test with no visible one before it: learners could not check their "
                    "answer. Put a visible test between the answer and this one.",
                )


def _is_test_line(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", "import ", "from "))


def _code_problems(unit: Unit, marks: Marks) -> Iterator[Problem]:
    """Check each code cell's Python, with its hidden tests and without them."""
    for body, cell in zip(unit.bodies, unit.notebook.cells, strict=True):
        if cell.cell_type != "code" or "raises-exception" in cell.metadata.get("tags", []):
            continue
        found = list(_fault_of_code(cell.source, body, is_test(cell)))
        regions, _ = find_regions(cell.source, marks)
        if regions and not found:
            learners = without_regions(cell.source, regions)
            for problem in _fault_of_code(learners, body, is_test(cell)):
                # Lines have moved: the region is where the author has to look.
                found.append(
                    Problem(body + regions[0].start, f"without the hidden tests, {problem.text}")
                )
        yield from found


def _fault_of_code(source: str, body: int, test: bool) -> Iterator[Problem]:
    try:
        statements = parse_cell(source).body
    except SyntaxError as error:
        yield Problem(body + (error.lineno or 1) - 1, f"Python refuses this: {error.msg}.")
        return
    last = statements[-1] if statements else None
    if test and isinstance(last, ast.Expr) and not isinstance(last.value, ast.Call):
        yield Problem(
            body + last.lineno - 1,
            "the test ends with an expression, whose value nbgrader takes for partial credit: "
            "end it with a statement.",
        )


def _silent_pictures(unit: Unit) -> Iterator[Problem]:
    """Find pictures in prose that say nothing to those who do not see them."""
    for body, cell in zip(unit.bodies, unit.notebook.cells, strict=True):
        if cell.cell_type == "markdown":
            for place, text in markdown_faults(cell.source):
                yield Problem(body + place, text)
