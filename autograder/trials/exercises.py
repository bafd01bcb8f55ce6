"""The exercises of a unit: a solution, what tests it, and the cells that both lean on."""

from dataclasses import dataclass, field

from autograder.engine.protocol import names
from autograder.engine.submission.assignment import Notebook


@dataclass(frozen=True)
class Test:
    """A test cell of an exercise.

    Parameters
    ----------
    name : str
        Its grade id.
    source : str
        With its hidden part.
    released : str
        What learners see of it.
    points : float
        What it is worth.
    """

    name: str
    source: str
    released: str
    points: float

    @property
    def has_visible_part(self) -> bool:
        """Whether learners can run any of it."""
        return has_code(self.released)

    @property
    def has_hidden_part(self) -> bool:
        """Whether learners can run only a part of it, or nothing."""
        return self.released != self.source


@dataclass(frozen=True)
class Exercise:
    """An answer cell, and the tests that follow it.

    Parameters
    ----------
    unit, book, name : str
        The unit, the notebook without its ending, and the grade id of the answer cell.
    solution : str
        The answer cell with its solution.
    stub : str
        What learners find there.
    lines : frozenset of int or None
        Lines of the solution (from 1) that learners write; None where they write all of them.
    tests : tuple of Test
        Those after it, up to the next answer cell that has tests before it.
    before : tuple of Piece
        The cells that answer and tests lean on.
    everything : tuple of Piece
        All cells before the last of the tests.
    """

    unit: str
    book: str
    name: str
    solution: str
    stub: str
    lines: frozenset[int] | None
    tests: tuple[Test, ...]
    before: tuple["Piece", ...] = ()
    everything: tuple["Piece", ...] = field(default=(), repr=False)

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all others."""
        return self.unit, self.book, self.name


@dataclass(frozen=True)
class Piece:
    """A code cell on the way to an exercise.

    Parameters
    ----------
    source : str
        As the instructor wrote it.
    stub : str
        As learners find it; the same unless it is another exercise's answer cell.
    name : str
        Its grade id; empty if it has none.
    is_answer : bool
        Whether learners write it.
    """

    source: str
    stub: str
    name: str = ""
    is_answer: bool = False


@dataclass(frozen=True)
class Unit:
    """A unit, ready for trials.

    Parameters
    ----------
    name : str
        The unit.
    exercises : tuple of Exercise
        Those with tests; there may be none.
    books : dict
        Name -> Notebook without cells: what the grading engine needs to know of each.
    files : dict
        Path -> content of the files beside the notebooks.
    untested : tuple of str
        Answer cells that no test follows.
    """

    name: str
    exercises: tuple[Exercise, ...]
    books: dict[str, Notebook]
    files: dict[str, bytes]
    untested: tuple[str, ...]


def has_code(source: str) -> bool:
    """Whether there is anything to run in a cell."""
    tree = names.parse(source)
    return tree is None or bool(tree.body)
