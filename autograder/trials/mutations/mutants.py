"""Small changes of a solution, as a learner might slip: what good tests notice."""

import ast
import difflib
import warnings
from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

from autograder.trials.mutations import ALL
from autograder.trials.mutations.cell import Cell, Change, parse


@dataclass(frozen=True)
class Mutant:
    """An answer cell with one change.

    Parameters
    ----------
    kind : str
        Name of the change, such as "comparison".
    source : str
        The whole cell with the change.
    line : int
        Line of the change in the solution, counted from 1; new lines come behind it.
    was, becomes : str
        The lines that the change touches, before and after.
    """

    kind: str
    source: str
    line: int
    was: str
    becomes: str


def mutants(solution: str, lines: Collection[int] | None = None) -> list[Mutant]:
    """Return what becomes of a solution when one small thing in it changes.

    Nothing that a program cannot see is changed: comments, docstrings, annotations, messages. Text
    outside the change stays as it was. All mutants parse, and no two have the same syntax tree.

    Parameters
    ----------
    solution : str
        The solved answer cell.
    lines : collection of int, optional
        The lines, counted from 1, in which something may change; all of them if None.

    Returns
    -------
    list of Mutant
        By place, then by kind.

    Raises
    ------
    SyntaxError
        If the solution is not Python.
    """
    cell = Cell(solution)
    changes = [change for node in cell.nodes() for make in ALL for change in make(cell, node)]
    changes.sort(key=lambda change: (change.start, change.end, change.kind, change.texts))
    seen, made = {_meaning(solution)}, []
    for change in changes:
        source, meaning = _apply(cell, change)
        if meaning is None or meaning in seen:
            continue
        mutant, touched = _describe(solution, change.kind, source)
        if lines is None or touched <= set(lines):
            seen.add(meaning)
            made.append(mutant)
    return made


def diff(solution: str, mutant: Mutant) -> str:
    """Return a mutant as a unified diff, with two lines of context."""
    before, after = solution.splitlines(), mutant.source.splitlines()
    return "\n".join(difflib.unified_diff(before, after, "solution", "mutant", n=2, lineterm=""))


def _apply(cell: Cell, change: Change):
    """Return the cell with the change in its best spelling, and what that means."""
    meant, found = None, (None, None)
    for text in reversed(change.texts):
        source = (cell.bytes[: change.start] + text.encode() + cell.bytes[change.end :]).decode()
        meaning = _meaning(source)
        meant = meant or meaning
        if meaning is not None and meaning == meant:
            found = source, meaning
    return found


def _meaning(source):
    """Return the syntax tree as text without places, or None if Python refuses the source."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the solution may hold what Python warns of
        try:
            tree = parse(source)
            compile(tree, "<cell>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        except SyntaxError:
            return None
    return ast.dump(tree)


def _describe(solution, kind, source):
    """Return the mutant, and the set of the solution's lines (from 1) that it touches."""
    before, after = solution.split("\n"), source.split("\n")
    first = _n_common(before, after)
    last = _n_common(before[first:][::-1], after[first:][::-1])
    was, becomes = before[first : len(before) - last], after[first : len(after) - last]
    # New lines belong to the line that they follow.
    touched = range(first + 1, len(before) - last + 1) if was else [max(first, 1)]
    mutant = Mutant(kind, source, min(touched), _stripped(was), _stripped(becomes))
    return mutant, set(touched)


def _n_common(before, after):
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    )


def _stripped(lines):
    return "\n".join(line.rstrip() for line in lines)
