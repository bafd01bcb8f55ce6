"""What learners were shown and when: nbgrader keeps no record of it, nor of earlier marks by hand.

``.autograder/releases/UNIT.jsonl`` is only ever added to: a line where the feedback of a learner is
released with other points than before.
"""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select

from autograder.engine.gradebook.class_grades import read_class

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
    marks, by_hand = read_class(gradebook).marks, _by_hand(gradebook, unit)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    before = read_releases(state, unit)
    lines = []
    for student in students:
        mark = marks.get((student, unit))
        if mark is None:
            continue
        made = Release(student, now, mark.score, by_hand.get(student, {}))
        last = before.get(student, [None])[-1]
        if last is None or (last.score, last.by_hand) != (made.score, made.by_hand):
            lines.append("\n" + json.dumps(asdict(made)))
    if lines:
        path = _path(state, unit)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write("".join(lines))


def read_releases(state: Path, unit: str) -> dict[str, list[Release]]:
    """Return learner -> releases, the oldest first; a line that is no JSON counts for nothing."""
    try:
        lines = _path(state, unit).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    found: dict[str, list[Release]] = {}
    for line in lines:
        try:
            made = Release(**json.loads(line))
        except ValueError:
            continue
        found.setdefault(made.student, []).append(made)
    return found


def _by_hand(gradebook: Gradebook, unit: str) -> dict[str, dict[str, float]]:
    query = (
        select(SubmittedAssignment.student_id, BaseCell.name, Grade.manual_score)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, Grade.cell)
        .where(Assignment.name == unit, Grade.manual_score.is_not(None))
    )
    found: dict[str, dict[str, float]] = {}
    for student, cell, points in gradebook.db.execute(query.order_by(BaseCell.name)):
        found.setdefault(student, {})[cell] = points
    return found


def _path(state: Path, unit: str) -> Path:
    return state / FOLDER / f"{unit}.jsonl"
