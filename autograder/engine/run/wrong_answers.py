"""Answers that a unit's tests are tried with, to see where each must run: right, none, wrong."""

import copy
import hashlib
from collections.abc import Iterator

from nbformat import NotebookNode

from autograder.engine.submission.assignment import Notebook
from autograder.trials.mutations.mutants import mutants

WRONG = 2
"""So many wrong answers are tried for each answer cell, as far as there are some."""

COPIES = "dropped call"
"""The kind of change that hands out an object itself where the solution hands out a copy."""

SOLUTION, UNTOUCHED = "the solution", "the untouched release"


def answers(source: NotebookNode, book: Notebook) -> Iterator[tuple[str, NotebookNode]]:
    """Yield names of answers, and the notebook with each.

    Wrong answers come in half of the cells at a time, so that what leans on a broken cell is tried
    with a whole one, too.

    Parameters
    ----------
    source : nbformat.NotebookNode
        The source notebook, with the solutions.
    book : Notebook
        The same as the gradebook knows it.
    """
    yield SOLUTION, source
    stubs = {cell.name: cell.released for cell in book.cells if cell.solution}
    yield UNTOUCHED, _with(source, stubs)
    solved = {_name(cell): cell.source for cell in source.cells if cell.cell_type == "code"}
    names = [name for name in stubs if name in solved]
    wrong = {name: _wrong(solved[name]) for name in names}
    for number in range(WRONG):
        for half in (0, 1):
            chosen = {
                name: wrong[name][number]
                for place, name in enumerate(names)
                if place % 2 == half and number < len(wrong[name])
            }
            if chosen:
                yield f"a wrong answer to {', '.join(chosen)}", _with(source, chosen)


def _wrong(solution: str) -> list[str]:
    """Return some wrong answers: always the same, copies left out before all else."""
    try:
        found = mutants(solution)
    except SyntaxError:
        return []
    found.sort(key=lambda made: hashlib.sha256(made.source.encode()).hexdigest())
    found.sort(key=lambda made: made.kind != COPIES)
    return [made.source for made in found[:WRONG]]


def _with(source: NotebookNode, changed: dict[str, str]) -> NotebookNode:
    made = copy.deepcopy(source)
    for cell in made.cells:
        cell.source = changed.get(_name(cell), cell.source)
    return made


def _name(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
