"""The instructor's cells that a submission lacks, put back where they can do their work."""

from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.engine.submission.assignment import Cell, Notebook
from autograder.engine.submission.recognise import Recognised
from autograder.engine.submission.results import Flag

LOOK = "(This cell was missing in what was handed in: look for the answer in the other cells.)"
"""With this in its text, an answer is not taken for one that nobody has touched."""


def new_cell(kind: str, source: str) -> NotebookNode:
    """Make a cell; the notebook is validated as a whole, which is much faster than cell by cell."""
    made: dict[str, Any] = {"id": "", "cell_type": kind, "metadata": {}, "source": source}
    if kind == "code":
        made |= {"execution_count": None, "outputs": []}
    return nbformat.from_dict(made)


def put_back(
    cells: list[NotebookNode], book: Notebook, known_by: Recognised, flags: list[Flag]
) -> None:
    """Put missing cells back, each after the instructor's cell that comes before it.

    A test whose answer is not found comes behind whatever the learner may have written for it. An
    answer cell that is gone stays gone, unless a person grades it: what the learner wrote elsewhere
    must not be replaced by an empty one.

    Parameters
    ----------
    cells : list of nbformat.NotebookNode
        Rebuilt; the missing ones are added.
    book : Notebook
        The instructor's own.
    known_by : Recognised
        Which of them are the instructor's.
    flags : list of Flag
        One is added for each cell that is put back.
    """
    there = {
        cell.metadata["nbgrader"]["grade_id"]: cell for cell in cells if "nbgrader" in cell.metadata
    }
    before: NotebookNode | None = None
    for known in book.cells:
        if known.name in there:
            before = there[known.name]
        elif known.grade or known.task or known.locked:
            flags.append(
                Flag("missing", known.name, f"The cell {known.name} was missing: it was put back.")
            )
            made = new_cell(known.cell_type, _source(known, known_by))
            made.metadata["nbgrader"] = known.metadata()
            place = 0 if before is None else _place(cells, before) + 1
            if known.is_test and not _has_answer(book, known, there):
                place = max(place, _behind(cells, book, known, there))
            cells.insert(place, made)
            before = made


def _source(known: Cell, known_by: Recognised) -> str:
    """Return the text of a missing cell; a person is told to look where an answer may be."""
    if not (known.grade and known.solution and known_by.own(known.cell_type)):
        return known.source
    return f"{known.source}\n\n{'# ' * (known.cell_type == 'code')}{LOOK}"


def _has_answer(book: Notebook, test: Cell, there: dict[str, NotebookNode]) -> bool:
    answer = book.exercise(test)
    return not answer or answer in there


def _behind(
    cells: list[NotebookNode], book: Notebook, test: Cell, there: dict[str, NotebookNode]
) -> int:
    """Return the place before the instructor's next cell that is there; else that of the end."""
    later = book.cells[book.cells.index(test) + 1 :]
    places = [_place(cells, there[known.name]) for known in later if known.name in there]
    return min(places, default=len(cells))


def _place(cells: list[NotebookNode], wanted: NotebookNode) -> int:
    return next(place for place, cell in enumerate(cells) if cell is wanted)
