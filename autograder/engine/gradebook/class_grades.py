"""What the gradebook knows of a whole class, read in a few queries however large the class is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Integer, cast, func, select

from autograder.problems import CannotStart


@dataclass(frozen=True)
class Unit:
    """One assignment.

    Parameters
    ----------
    name : str
    exercises : dict
        Graded cell -> its points, in the order of the gradebook's names.
    due : datetime.datetime or None
        In UTC.
    """

    name: str
    exercises: dict[str, float] = field(default_factory=dict)
    due: datetime | None = None

    @property
    def max_score(self) -> float:
        """The points that can be had."""
        return sum(self.exercises.values())


@dataclass(frozen=True)
class Learner:
    """Who the gradebook says somebody is.

    Parameters
    ----------
    id, first_name, last_name, email : str
        Empty where the gradebook says nothing.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""


@dataclass
class Mark:
    """What somebody has in one unit.

    Parameters
    ----------
    points : float
        Before the penalty.
    penalty : float
        For being late.
    waits : bool
        Whether a person has something left to mark.
    timestamp : datetime.datetime or None
        When it was submitted, in UTC.
    extension : datetime.timedelta or None
        By which the due date is later.
    exercises : dict
        Graded cell -> points; empty unless asked for.
    waiting : set of str
        Those of them that a person has still to mark.
    comments : list of str
        What was written to the learner; empty unless asked for.
    """

    points: float = 0.0
    penalty: float = 0.0
    waits: bool = False
    timestamp: datetime | None = None
    extension: timedelta | None = None
    exercises: dict[str, float] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    comments: list[str] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Points after the penalty, as `nbgrader export` gives them."""
        return max(0.0, self.points - self.penalty)


@dataclass(frozen=True)
class ClassGrades:
    """The grades of a class.

    Parameters
    ----------
    units : list of Unit
        By name.
    learners : dict
        Id -> learner, by id.
    marks : dict
        (learner, unit) -> mark; who submitted nothing has none.
    """

    units: list[Unit]
    learners: dict[str, Learner]
    marks: dict[tuple[str, str], Mark]

    def chosen(self, names: Iterable[str]) -> list[Unit]:
        """Return the units of these names; all where there are none.

        Raises
        ------
        CannotStart
            If one is not known.
        """
        known = {unit.name: unit for unit in self.units}
        wanted = list(names)
        for name in wanted:
            if name not in known:
                there = ", ".join(known) or "none"
                raise CannotStart(f"The gradebook knows no unit {name}. It knows: {there}.")
        return [known[name] for name in wanted or known]


def read_class(
    gradebook: Gradebook, *, exercises: bool = False, comments: bool = False
) -> ClassGrades:
    """Read all grades.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
        Open.
    exercises, comments : bool
        Whether to read these, too; they are most of a gradebook.
    """
    session = gradebook.db
    found = session.execute(
        select(Student.id, Student.first_name, Student.last_name, Student.email)
    )
    learners = {row[0]: Learner(*(part or "" for part in row)) for row in sorted(found)}
    marks, by_submission = {}, {}
    query = select(
        SubmittedAssignment.id,
        SubmittedAssignment.student_id,
        Assignment.name,
        SubmittedAssignment.timestamp,
        SubmittedAssignment.extension,
    ).join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
    for key, learner, unit, timestamp, more in session.execute(query):
        mark = Mark(timestamp=timestamp, extension=more)
        marks[learner, unit] = by_submission[key] = mark
    _read_points(session, by_submission)
    if exercises:
        waits = Grade.needs_manual_grade
        query = select(SubmittedNotebook.assignment_id, BaseCell.name, Grade.score, waits)
        query = query.join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        for key, cell, points, waiting in session.execute(query.join(BaseCell, Grade.cell)):
            by_submission[key].exercises[cell] = points or 0.0
            if waiting:
                by_submission[key].waiting.add(cell)
    if comments:
        query = select(SubmittedNotebook.assignment_id, Comment.comment)
        query = query.join(Comment, Comment.notebook_id == SubmittedNotebook.id)
        for key, comment in session.execute(query.order_by(Comment.id)):
            if comment:
                by_submission[key].comments.append(comment)
    return ClassGrades(_units(session), learners, marks)


def _read_points(session, by_submission: dict[str, Mark]) -> None:
    query = (
        select(
            SubmittedNotebook.assignment_id,
            func.sum(Grade.score),
            func.max(cast(Grade.needs_manual_grade, Integer)),
        )
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .group_by(SubmittedNotebook.assignment_id)
    )
    for key, points, waits in session.execute(query):
        by_submission[key].points = points or 0.0
        by_submission[key].waits = bool(waits)
    query = select(
        SubmittedNotebook.assignment_id, func.sum(SubmittedNotebook.late_submission_penalty)
    ).group_by(SubmittedNotebook.assignment_id)
    for key, penalty in session.execute(query):
        by_submission[key].penalty = penalty or 0.0


def _units(session) -> list[Unit]:
    found = session.execute(select(Assignment.name, Assignment.duedate).order_by(Assignment.name))
    units = {name: Unit(name, due=due) for name, due in found}
    for kind in (GradeCell, TaskCell):
        query = select(Assignment.name, kind.name, kind.max_score)
        query = query.join(Notebook, kind.notebook_id == Notebook.id)
        query = query.join(Assignment, Notebook.assignment_id == Assignment.id)
        for unit, cell, points in session.execute(query.order_by(Notebook.name, kind.name)):
            units[unit].exercises[cell] = points or 0.0
    return list(units.values())
