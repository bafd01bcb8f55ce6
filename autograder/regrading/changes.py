"""What a new result would change in the gradebook: tried in a transaction that is taken back."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from autograder.engine.gradebook.attempts import Attempt
from autograder.engine.gradebook.reckoning import times_of
from autograder.engine.gradebook.saving import Saver
from autograder.engine.gradebook.server import database_said, is_lost
from autograder.engine.run.run import Run
from autograder.engine.submission.fingerprint import work_of
from autograder.engine.submission.results import SubmissionResult
from autograder.regrading.rows import Key, Standing, read_standings


@dataclass
class Change:
    """One cell whose points would be others.

    Parameters
    ----------
    notebook, exercise, cell : str
        The exercise is the answer cell before it.
    before : float or None
        None where it has not been graded yet.
    after, most : float
    sentence : str
        What the test says now; empty where it passed.
    """

    notebook: str
    exercise: str
    cell: str
    before: float | None
    after: float
    most: float
    sentence: str


@dataclass
class Regraded:
    """One learner who would be graded.

    Parameters
    ----------
    student, status : str
    before, after : float or None
        Points of the unit, after the penalty.
    changes : list of Change
    notes : list of str
        What else is to be known: why it is ungradable, its flags, what was kept.
    """

    student: str
    status: str
    before: float | None
    after: float | None
    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def gain(self) -> float:
        """Points that would be won; below 0 where some would be lost."""
        return (self.after or 0.0) - (self.before or 0.0)


def keep_better(
    run: Run,
    result: SubmissionResult,
    submitted: Path,
    known: dict[Key, float],
    tried: list[Attempt],
) -> list[str]:
    """Give each test of the same work no fewer points than the gradebook has; say of which.

    Cell by cell, as the gradebook and the feedback page have it: nothing that a learner has seen
    as earned goes down. New work counts as it is: it is no test that takes its points away.

    Parameters
    ----------
    run : Run
    result : SubmissionResult
        Its verdicts are raised in place.
    submitted : pathlib.Path
        The submission.
    known : dict
        The tests' points in the gradebook.
    tried : list of Attempt
        Of this learner. Where the last one does not tell what was handed in, it was the same.
    """
    if tried and tried[-1].work not in ("", work_of(submitted, run.limits.submission)):
        return ["handed in again: the new work counts as it is"]
    kept = []
    for book in result.notebooks:
        for name, verdict in book.tests.items():
            had = min(known.get((book.name, name), 0.0), verdict.max_points)
            if had > verdict.points:
                kept.append(f"{name} keeps {had:g} points; the test now gives {verdict.points:g}")
                verdict.points = had
    return kept


def tried_out(
    run: Run, saver: Saver, result: SubmissionResult, submitted: Path, before: Standing
) -> tuple[Regraded, Standing]:
    """Return what a result would change, and what the gradebook would have; nothing is written.

    Parameters
    ----------
    run : Run
    saver : Saver
    result : SubmissionResult
    submitted : pathlib.Path
        The submission.
    before : Standing
        What the gradebook has.
    """
    after = before
    if not result.problem:
        after = _reckoned(run, saver, result, submitted) or before
    found = Regraded(result.student, result.status, before.score, after.score)
    found.notes = [text for text in (result.problem, *(flag.text for flag in result.flags)) if text]
    verdicts = {
        (book.name, name): verdict
        for book in result.notebooks
        for name, verdict in book.tests.items()
    }
    for key, row in after.cells.items():
        had = before.cells.get(key)
        if row.waits and had is not None and not had.waits:
            found.notes.append(f"{key[1]} would wait for a person")
        if (had.points if had else None) != row.points:
            found.changes.append(
                _change(run, key, had and had.points, row.points, verdicts.get(key))
            )
    found.changes.sort(key=lambda each: (each.notebook, each.cell))
    return found, after


def _reckoned(run: Run, saver: Saver, result: SubmissionResult, submitted: Path) -> Standing | None:
    session = run.gradebook.db
    try:
        work = [(result, submitted, run.destination(result.student))]
        saver.reckoned(work, times_of(work))
        return read_standings(run.gradebook, result.unit, result.student).get(result.student)
    except SQLAlchemyError as error:
        if is_lost(error):
            raise
        result.problem = f"The gradebook could not be written ({database_said(error)})."
    except Exception as error:  # as in a run: one submission's trouble must not stop the others
        result.problem = f"The result could not be written ({error})."
    finally:
        session.rollback()
    return None


def _change(run: Run, key: Key, before, after: float, verdict) -> Change:
    book = run.assignment.notebooks[key[0]]
    cell = book.cell(key[1])
    return Change(
        book.name,
        (cell and cell.is_test and book.exercise(cell)) or key[1],
        key[1],
        before,
        after,
        (cell and cell.points) or 0.0,
        verdict.message if verdict is not None else "",
    )
