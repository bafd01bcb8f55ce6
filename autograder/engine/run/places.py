"""Where each test of a unit runs: beside the learner's process, or in it, and why.

Outside is the rule, and stands only where it says what stock nbgrader would say: where nothing in
the test's text speaks against it, and where both ways give the same points for the course's own
solution, for the untouched release and for some wrong answers.
"""

import json
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.course import Course
from autograder.engine.protocol import names
from autograder.engine.run import worker
from autograder.engine.run.dispatch import Backend
from autograder.engine.run.doubts import SHARED, doubts
from autograder.engine.run.kept import Kept, set_at_the_top
from autograder.engine.run.worker import Tried
from autograder.engine.run.wrong_answers import SOLUTION, UNTOUCHED, answers
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.assignment import INSIDE, OUTSIDE, Assignment, Cell, Notebook
from autograder.engine.submission.fingerprint import contents, digest
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart

Reasons = dict[str, dict[str, str]]
"""Notebook -> test -> why it runs inside."""

SECONDS = 3.0
"""What a cell may take with a wrong answer, which may loop."""

WIDTH = 2
"""So many notebooks are tried at a time."""

ROUNDS = 3
"""So often what differed is moved and tried again; then the whole notebook runs inside."""

UNSETTLED = "its notebook gives other points outside, whichever of its tests run there"
DIFFERS = (
    "with {answer} it gives {outside:g} of {most:g} points outside{said} and {inside:g} inside; "
    "see what in it needs the learner's own process"
)
STATE = "places.json"


class Places:
    """Finds where a unit's tests run.

    Parameters
    ----------
    course : Course
        Its folder.
    assignment : Assignment
        The unit, with no test placed.
    limits : Limits
        What a notebook may take.
    sandbox : Sandbox
        Where learners' code runs.
    versions : dict
        Of everything that a trial depends on.
    """

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        limits: Limits,
        sandbox: Sandbox,
        versions: dict[str, str],
    ) -> None:
        self.assignment = assignment
        self.sandbox = sandbox
        self.limits = limits
        short = min(limits.cell_seconds, SECONDS)
        self._short = replace(limits, cell_seconds=short, notebook_seconds=60.0)
        self._tries = course.settings.try_tests
        self.folder = course.folder(course.app.coursedir.source_directory, assignment.name)
        self._state = course.state / STATE
        self._fingerprint = digest(
            assignment.digest(),
            contents(self.folder, limits.submission),
            versions,
            sandbox.walls,
            self._tries,
        )

    def take_no_time(self) -> bool:
        """Whether `found` has nothing to try."""
        return not self._tries or self._known() is not None

    def _known(self) -> Reasons | None:
        """Return what was found the last time, if it was of the same unit."""
        noted = _noted(self._state).get(self.assignment.name)
        if isinstance(noted, dict) and noted.get("fingerprint") == self._fingerprint:
            return noted["inside"]
        return None

    def found(self, backend: Backend) -> Assignment:
        """Return the unit with its tests in their places; what was found is kept for next time."""
        if (known := self._known()) is not None:
            return self.assignment.placed(known)
        sources = self._sources()
        self._beside = {
            f"{name}.ipynb": nbformat.writes(source).encode() for name, source in sources.items()
        }
        doubted = {name: self._read(book, sources) for name, book in self._books()}
        inside = doubted
        if sources and self._tries:
            inside = doubted | self._tried(backend, sources, doubted)
        kept = {"fingerprint": self._fingerprint, "inside": inside, "tests": self._texts(inside)}
        with suppress(OSError):  # on a full disk it is found again next time
            self._state.parent.mkdir(exist_ok=True)
            self._state.write_text(json.dumps({**_noted(self._state), self.assignment.name: kept}))
        return self.assignment.placed(inside)

    def _texts(self, inside: Reasons) -> Reasons:
        """Return the tests as they were when it was found where they run."""
        return {
            name: {cell.name: cell.source for cell in book.cells if cell.name in inside[name]}
            for name, book in self._books()
        }

    def _books(self) -> list[tuple[str, Notebook]]:
        return list(self.assignment.notebooks.items())

    def _sources(self) -> dict[str, NotebookNode]:
        """Return the source notebooks, as far as they are there and can be read."""
        found = {}
        for name, _ in self._books():
            path = self.folder / f"{name}.ipynb"
            with suppress(Exception):  # what is wrong with it, grading the solution says
                found[name] = nbformat.read(path, as_version=4) if path.is_file() else None
        return {name: source for name, source in found.items() if source is not None}

    # What the tests' texts say

    def _read(self, book: Notebook, sources: dict[str, NotebookNode]) -> dict[str, str]:
        tests = [cell.source for cell in book.cells if cell.is_test]
        kept = Kept.read(*_other_cells(book, sources.get(book.name)), tests)
        found = {}
        for cell in _free(book):
            reason = next(doubts(cell.source, kept), None)
            if reason is not None:
                found[cell.name] = reason
        return _with_sharers(book, found)

    # What trials say

    def _tried(
        self, backend: Backend, sources: dict[str, NotebookNode], doubted: Reasons
    ) -> Reasons:
        try:
            with backend.pool(self.sandbox, min(len(sources), WIDTH)) as executor:
                return {
                    name: self._settled(executor, book, sources[name], doubted[name])
                    for name, book in self._books()
                    if name in sources
                }
        except BrokenExecutor:
            raise CannotStart(
                f"The process that tried the tests of {self.assignment.name} died: is there "
                "enough memory on this machine?"
            ) from None

    def _settled(
        self, executor: Executor, book: Notebook, source: NotebookNode, doubted: dict[str, str]
    ) -> dict[str, str]:
        free = {cell.name for cell in _free(book)}
        if doubted.keys() >= free:
            return doubted
        tried = list(answers(source, book))
        everything = dict.fromkeys(free, UNSETTLED)
        whole = [self._try(executor, book, answer, everything) for answer in tried]
        inside = dict(doubted)
        for _ in range(ROUNDS):
            if inside.keys() >= free:
                return inside
            parts = [self._try(executor, book, answer, inside) for answer in tried]
            found: dict[str, str] = {}
            for (answer, _), part, all_inside in zip(tried, parts, whole, strict=True):
                for name, reason in _differences(book, answer, part.result(), all_inside.result()):
                    if name in free and name not in inside:
                        found.setdefault(name, reason)
            if not found:
                return inside
            inside = _with_sharers(book, inside | found)
        return {**everything, **inside}

    def _try(
        self,
        executor: Executor,
        book: Notebook,
        answer: tuple[str, NotebookNode],
        inside: dict[str, str],
    ) -> Future[dict[str, Tried]]:
        own = self.assignment.placed({book.name: inside})
        files = {**self._beside, **own.files}
        name, notebook = answer
        limits = self.limits if name in (SOLUTION, UNTOUCHED) else self._short
        return executor.submit(
            worker.try_notebook, notebook, own.notebooks[book.name], limits, files, own.files
        )


def noted_places(course: Course, unit: str) -> dict[str, dict[str, tuple[str, str]]]:
    """Return what was found of a unit when it was last graded; nothing where it never was.

    Returns
    -------
    dict
        Notebook -> test -> why it runs inside, and the test's text at that time.
    """
    noted = _noted(course.state / STATE).get(unit)
    if not isinstance(noted, dict) or "tests" not in noted:
        return {}
    return {
        book: {name: (reason, noted["tests"][book][name]) for name, reason in tests.items()}
        for book, tests in noted["inside"].items()
    }


def _noted(state: Path) -> dict:
    try:
        return dict(json.loads(state.read_text()))
    except (OSError, ValueError, TypeError):
        return {}


def _free(book: Notebook) -> Iterator[Cell]:
    """Yield the tests of which the instructor has not said where they run."""
    return (c for c in book.cells if c.is_test and not c.says(INSIDE) and not c.says(OUTSIDE))


def _other_cells(book: Notebook, source: NotebookNode | None) -> tuple[list[str], list[str]]:
    """Return the cells that learners may change, and the locked ones that are no tests."""
    fixed = {cell.name for cell in book.cells if cell.is_fixed}
    locked = [
        c.source for c in book.cells if c.is_fixed and not c.is_test and c.cell_type == "code"
    ]
    if source is None:
        return [c.source for c in book.cells if c.solution and c.cell_type == "code"], locked
    return [
        cell.source
        for cell in source.cells
        if cell.cell_type == "code"
        and cell.metadata.get("nbgrader", {}).get("grade_id") not in fixed
    ], locked


def _with_sharers(book: Notebook, inside: dict[str, str]) -> dict[str, str]:
    """Add the tests that share a name with one of these: one sets it, a later one reads it."""
    tests = [cell for cell in book.cells if cell.is_test]
    free = {cell.name for cell in _free(book)}
    inside = dict(inside)
    changed = True
    while changed:
        changed = False
        for place, later in enumerate(tests):
            for earlier in tests[:place]:
                shared = _shared(earlier.source, later.source) - set(book.imports)
                pair = [earlier, later]
                there = [cell.name in inside or cell.says(INSIDE) for cell in pair]
                if not shared or there[0] == there[1]:
                    continue
                mover, other = pair if there[1] else pair[::-1]
                if mover.name in free:
                    inside[mover.name] = SHARED.format(name=min(shared), other=other.name)
                    changed = True
    return inside


def _shared(earlier: str, later: str) -> set[str]:
    """Return the names that one test sets and a later one reads without setting them."""
    first, second = names.parse(earlier), names.parse(later)
    if first is None or second is None:
        return set()
    return set_at_the_top(first) & (names.used(second) - names.stored(second))


def _differences(
    book: Notebook, answer: str, outside: dict[str, Tried], inside: dict[str, Tried]
) -> Iterator[tuple[str, str]]:
    """Yield the tests that give other points outside, and a sentence about it."""
    if bool(outside) != bool(inside):
        yield from ((cell.name, UNSETTLED) for cell in book.cells if cell.is_test)
        return
    for cell in book.cells:
        if cell.name not in outside or cell.name not in inside:
            continue
        one, other = outside[cell.name], inside[cell.name]
        # A wrong answer that loops ends where the clock happens to find it.
        by_chance = (one.late or other.late) and answer not in (SOLUTION, UNTOUCHED)
        if one.points != other.points and not by_chance:
            said = f" ({one.message.splitlines()[0][:160]})" if one.message else ""
            yield (
                cell.name,
                DIFFERS.format(
                    answer=answer, outside=one.points, inside=other.points,
                    most=cell.points or 0.0, said=said,
                ),
            )  # fmt: skip
