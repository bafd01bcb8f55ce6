"""The notebooks of one assignment stand in one folder and one gradebook: no two may be confused."""

from collections.abc import Iterator
from pathlib import Path

from autograder.building.text import Unit, read_unit
from autograder.course import Course
from autograder.header import Text
from autograder.problems import Problem


def sibling_problems(unit: Unit, course: Course) -> Iterator[Problem]:
    """Find what the notebooks of an assignment must not have in common.

    Parameters
    ----------
    unit : Unit
        A text, read; what it shares with the others of its assignment is its problem.
    course : Course
    """
    others = [text for text in course.sittings(unit.assignment) if text.name != unit.name]
    for other in others:
        if other.name.casefold() == unit.name.casefold():
            yield Problem(
                1,
                f"{other.path.name} builds the same notebook where a computer does not tell small "
                "letters from capitals: give one of them another name.",
            )
    owners = {grade_id: text for text in others for grade_id in _grade_ids(text)}
    for marker, cell in zip(unit.markers, unit.notebook.cells, strict=True):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in owners:
            yield Problem(
                marker,
                f"duplicate grade_id {grade_id!r}: {owners[grade_id].path.name} has it too, and "
                f"belongs to the same assignment {unit.assignment}. Choose another.",
            )


def _grade_ids(text: Text) -> set[str]:
    unit, _ = read_unit(text.path)
    cells = unit.notebook.cells if unit else []
    found = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells}
    return {grade_id for grade_id in found if isinstance(grade_id, str)}


def left_over(course: Course, text: Text) -> list[Path]:
    """List the notebooks in the folder of a text's assignment that no text builds."""
    folder = course.source / text.assignment
    built = {sitting.notebook.name for sitting in course.sittings(text.assignment)}
    return [path for path in sorted(folder.glob("*.ipynb")) if path.name not in built]
