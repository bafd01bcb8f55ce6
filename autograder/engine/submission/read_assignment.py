"""A unit read from the gradebook and from its source folder."""

import json
from functools import partial
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, GradeCell, MissingEntry, SolutionCell, TaskCell
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme
from nbgrader.utils import find_all_files

from autograder.course import Course
from autograder.engine.protocol import names
from autograder.engine.submission.assignment import Assignment, Cell, Notebook
from autograder.engine.submission.layout import read_layout
from autograder.engine.submission.tidying import Tidying
from autograder.engine.submission.withheld import check_withheld, read_withheld
from autograder.problems import CannotStart

PYTHON = "python"


def read_assignment(course: Course, unit: str, gradebook: Gradebook) -> Assignment:
    """Read a unit from the gradebook and from its source folder.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    unit : str
        The name of the unit.
    gradebook : nbgrader.api.Gradebook
        The course's own.

    Raises
    ------
    CannotStart
        If the gradebook does not know the unit, or one of its notebooks is not in Python.
    """
    try:
        found = gradebook.find_assignment(unit)
    except MissingEntry:
        raise CannotStart(
            f"The gradebook knows no unit {unit}: `autograder grade {unit}` records it."
        ) from None
    folder = course.folder(course.app.coursedir.source_directory, unit)
    withheld = read_withheld(course)
    sources = {book.name: _source(folder / f"{book.name}.ipynb") for book in found.notebooks}
    notebooks = {
        book.name: _notebook(course, book, sources[book.name], withheld) for book in found.notebooks
    }
    for name, book in notebooks.items():
        _check_language(book, sources[name])
    if not notebooks:
        raise CannotStart(f"The unit {unit} has no notebooks in the gradebook.")
    files = files_beside(course, folder)
    for book in notebooks.values():
        check_withheld(book.withheld, files)
    kept = course.app.config.Autograde.get("exclude_overwriting", {}) or {}
    layouts = {
        name: read_layout(source, partial(released, course))
        for name, source in sources.items()
        if source is not None
    }
    own = tuple(dict(kept).get(unit, ()))
    return Assignment(unit, notebooks, files, own, layouts, Tidying.of(course))


def _source(path: Path) -> NotebookNode | None:
    return nbformat.read(path, as_version=4) if path.is_file() else None


def _check_language(book: Notebook, source: NotebookNode | None) -> None:
    told = source.metadata.get("language_info", {}).get("name") if source else None
    language = (book.kernelspec or {}).get("language") or told or PYTHON
    if language.lower() != PYTHON:
        raise CannotStart(
            f"The notebook {book.name} is written in {language}: autograder runs Python alone. "
            "Grade this unit with `nbgrader autograde`, without autograder.stock.Isolated in "
            "nbgrader_config.py."
        )


def files_beside(course: Course, folder: Path) -> dict[str, bytes]:
    """Return the contents of the files beside a unit's notebooks, by their paths from there."""
    ignored = [*course.app.coursedir.ignore, "*.ipynb"]
    found = find_all_files(str(folder), ignored) if folder.is_dir() else []
    return {Path(path).relative_to(folder).as_posix(): Path(path).read_bytes() for path in found}


def _notebook(
    course: Course,
    book: object,
    source: NotebookNode | None,
    withheld: dict[str, tuple[str, ...]],
) -> Notebook:
    cells = _cells(course, book)
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    own: frozenset[str] = frozenset()
    answers = looked_up = classes = frozenset()
    if source is not None:
        order = {
            cell.metadata.get("nbgrader", {}).get("grade_id"): place
            for place, cell in enumerate(source.cells)
        }
        cells.sort(key=lambda cell: order.get(cell.name, len(order)))
        code = [cell.source for cell in source.cells if cell.cell_type == "code"]
        left_open = [cell.source for cell in source.cells if _is_open(cell, cells)]
        fixed = [cell.source for cell in cells if cell.cell_type == "code" and cell.is_fixed]
        own, answers = names.only_in(fixed, left_open), names.bound_otherwise(left_open)
        looked_up = names.looked_up(left_open) & answers
        classes = names.classes(left_open)
    kernelspec = json.loads(book.kernelspec) if book.kernelspec else None  # type: ignore[attr-defined]
    return Notebook(
        book.name,  # type: ignore[attr-defined]
        tuple(cells),
        kernelspec,
        names.imports(code),
        tuple(sorted(names.packages(code))),
        tuple(names.first_imports(code)),
        own,
        {cell.name: withheld[cell.name] for cell in cells if cell.name in withheld},
        answers,
        looked_up,
        classes,
    )


def _is_open(cell: NotebookNode, cells: list[Cell]) -> bool:
    """Whether a learner may write into a code cell of the source notebook."""
    name = cell.metadata.get("nbgrader", {}).get("grade_id")
    return cell.cell_type == "code" and not any(
        known.name == name and known.is_fixed for known in cells
    )


def _cells(course: Course, book: object) -> list[Cell]:
    kinds: dict[str, dict] = {}
    for part in book._base_cells:  # type: ignore[attr-defined]
        kind = kinds.setdefault(part.name, {"grade": False, "solution": False, "task": False})
        kind["grade"] |= isinstance(part, GradeCell)
        kind["solution"] |= isinstance(part, SolutionCell)
        kind["task"] |= isinstance(part, TaskCell)
        if isinstance(part, GradeCell | TaskCell):
            kind["points"] = float(part.max_score)
    found = []
    for part in book.source_cells:  # type: ignore[attr-defined]
        kind = kinds.get(part.name, {"grade": False, "solution": False, "task": False})
        found.append(
            Cell(
                name=part.name,
                cell_type=part.cell_type,
                source=part.source or "",
                released=released(course, part.source or "", part.cell_type),
                checksum=part.checksum,
                locked=bool(part.locked),
                points=kind.get("points"),
                grade=kind["grade"],
                solution=kind["solution"],
                task=kind["task"],
            )
        )
    return found


def released(course: Course, source: str, cell_type: str) -> str:
    """Return what learners saw of a cell: nbgrader's own preprocessors take the rest out."""
    make = nbformat.v4.new_code_cell if cell_type == "code" else nbformat.v4.new_markdown_cell
    cell: NotebookNode = make(source)
    for kind in (ClearHiddenTests, ClearMarkScheme):
        kind(parent=course.app, enforce_metadata=False).preprocess_cell(cell, {}, 0)
    return cell.source
