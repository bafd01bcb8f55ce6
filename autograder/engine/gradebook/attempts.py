"""What each graded attempt came to, one line after the other: nbgrader keeps only the last.

``.autograder/attempts/UNIT.jsonl`` is only ever added to. A run that was killed may leave a line
twice, or half of one: a line with the fingerprint of the one before it counts for nothing, nor
does one that is no JSON.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.engine.gradebook.lines import add_lines, read_lines
from autograder.engine.submission.results import SubmissionResult

FOLDER = "attempts"
LONGEST = 500
"""Characters that are kept of a test's message."""


@dataclass(frozen=True)
class Attempt:
    """One graded attempt.

    Parameters
    ----------
    student : str
    when : str
        When it was graded, in UTC, as ISO 8601 writes it.
    submitted : str
        When it was handed in, likewise; empty where nobody wrote it down.
    status : str
        As in ``result.json``.
    score : float
        In the gradebook, after the penalty.
    fingerprint : str
        Of everything that the grade depended on: the same for the same work and the same tests.
    tests : dict
        Grade id -> (points, of so many, what the test said).
    work, version : str
        Hashes of what was handed in, and of the unit's tests; empty where an earlier version of
        `autograder` has noted the attempt.
    """

    student: str
    when: str
    submitted: str
    status: str
    score: float
    fingerprint: str
    tests: dict[str, tuple[float, float, str]]
    work: str = ""
    version: str = ""


def note_attempts(
    course: Course,
    unit: str,
    graded: list[tuple[SubmissionResult, datetime | None, float]],
    version: str = "",
) -> None:
    """Add a line for each submission that has just been graded.

    Parameters
    ----------
    course : Course
    unit : str
    graded : list of tuple
        Results, each with when it was handed in, in UTC, and the score that the gradebook has now.
    version : str
        As in `Attempt`.
    """
    add_lines(_path(course, unit), [_line(*each, version) for each in graded])


def _line(
    result: SubmissionResult, submitted: datetime | None, score: float, version: str
) -> dict[str, Any]:
    tests = {
        name: (verdict.points, verdict.max_points, verdict.message[:LONGEST])
        for book in result.notebooks
        for name, verdict in book.tests.items()
    }
    return {
        "student": result.student,
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "submitted": submitted.isoformat() if submitted else "",
        "status": result.status,
        "score": score,
        "fingerprint": result.fingerprint,
        "tests": tests,
        "work": result.work,
        "version": version,
    }


def read_attempts(course: Course, unit: str) -> dict[str, list[Attempt]]:
    """Return learner -> attempts, the oldest first."""
    found: dict[str, list[Attempt]] = {}
    for told in read_lines(_path(course, unit)):
        told["tests"] = {name: tuple(test) for name, test in told["tests"].items()}
        attempts = found.setdefault(told["student"], [])
        if not attempts or attempts[-1].fingerprint != told["fingerprint"]:
            attempts.append(Attempt(**told))
    return found


def is_regrade(attempt: Attempt, last: Attempt | None) -> bool:
    """Whether an attempt is the work of the one before it, graded again."""
    if last is None:
        return False
    if attempt.work and last.work:
        return attempt.work == last.work
    return bool(attempt.submitted) and attempt.submitted == last.submitted


def works(attempts: list[Attempt]) -> list[Attempt]:
    """Return of each work that was handed in how it was graded last."""
    found: list[Attempt] = []
    for attempt in attempts:
        if is_regrade(attempt, found[-1] if found else None):
            found.pop()
        found.append(attempt)
    return found


def _path(course: Course, unit: str) -> Path:
    return course.state / FOLDER / f"{unit}.jsonl"
