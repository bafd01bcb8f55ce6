"""What learners were shown and when: nbgrader keeps no record of it, nor of earlier marks by hand.

``.autograder/releases/UNIT.jsonl`` is only ever added to: a line where the feedback of a learner is
released with other points than before.
"""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Grade, Gradebook, MissingEntry
from sqlalchemy import select

from autograder.engine.gradebook.cells import cells_of
from autograder.engine.gradebook.entries import Entries
from autograder.engine.gradebook.lines import add_lines, read_lines

FOLDER = "releases"


@dataclass(frozen=True)
class Release:
    """One release of feedback.

    Parameters
    ----------
    student : str
    when : str
        In UTC, as ISO 8601 writes it.
    score : float
        After the penalty.
    by_hand : dict
        Graded cell -> the points that a person gave it.
    """

    student: str
    when: str
    score: float
    by_hand: dict[str, float]


def note_releases(state: Path, gradebook: Gradebook, unit: str, students: list[str]) -> None:
    """Add a line for each of these learners whose points are others than at the last release.

    Parameters
    ----------
    state : pathlib.Path
        The folder in which the course keeps what nbgrader has no place for.
    gradebook : nbgrader.api.Gradebook
        Open.
    unit : str
    students : list of str
        Whose feedback is released; who has no grade is left out.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    before = read_releases(state, unit)
    lines = []
    for student, (score, by_hand) in _graded(gradebook, unit, students).items():
        made = Release(student, now, score, by_hand)
        last = before.get(student, [None])[-1]
        if last is None or (last.score, last.by_hand) != (made.score, made.by_hand):
            lines.append(asdict(made))
    if lines:
        add_lines(_path(state, unit), lines)


def read_releases(state: Path, unit: str) -> dict[str, list[Release]]:
    """Return learner -> releases, the oldest first."""
    found: dict[str, list[Release]] = {}
    for told in read_lines(_path(state, unit)):
        made = Release(**told)
        found.setdefault(made.student, []).append(made)
    return found


def _graded(
    gradebook: Gradebook, unit: str, students: list[str]
) -> dict[str, tuple[float, dict[str, float]]]:
    """Return learner -> score and marks by hand, of these alone: a class may be large."""
    try:
        cells = cells_of(gradebook, unit)
    except MissingEntry:
        return {}
    session = gradebook.db()
    entries = Entries(session, unit, cells)
    known = entries.known(students)
    scores = entries.scores(known.values())
    names = {id: name for each in cells for name, id in each.graded.items()}
    books = {book.id: student for student, entry in known.items() for book in entry.books}
    marks = select(Grade.notebook_id, Grade.cell_id, Grade.manual_score).where(
        Grade.cell_id.in_(list(names)),
        Grade.notebook_id.in_(list(books)),
        Grade.manual_score.is_not(None),
    )
    by_hand: dict[str, dict[str, float]] = {student: {} for student in known}
    for book, cell, points in session.execute(marks):
        by_hand[books[book]][names[cell]] = points
    return {
        student: (entry.final_score(scores), dict(sorted(by_hand[student].items())))
        for student, entry in known.items()
    }


def _path(state: Path, unit: str) -> Path:
    return state / FOLDER / f"{unit}.jsonl"
