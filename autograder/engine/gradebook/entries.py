"""The gradebook's entries for submissions of a unit: read, made and changed for many at once.

nbgrader's classes make an object of each row and ask for its neighbours one by one. And its tables
have one index each beside that of the ids: rows are therefore always asked for by the unit's parts
as well, or the database reads the whole class for each learner.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from nbgrader.api import Assignment, Grade, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from autograder.course import Course
from autograder.engine.gradebook.cells import Cells
from autograder.engine.gradebook.extensions import extension_of
from autograder.engine.gradebook.rows import insert_rows, update_rows


@dataclass
class Book:
    """A submitted notebook.

    Parameters
    ----------
    id, notebook_id : str
        Its own, and that of the instructor's notebook.
    name : str
    flagged : bool
        Whether somebody should look at it.
    penalty : float or None
        For being late.
    """

    id: str
    notebook_id: str
    name: str
    flagged: bool = False
    penalty: float | None = None


@dataclass
class Entry:
    """A submission.

    Parameters
    ----------
    id, student : str
    timestamp : datetime.datetime or None
        In UTC.
    extension : datetime.timedelta or None
        By which the due date is later for this learner.
    is_new : bool
        Whether it was not there before.
    books : list of Book
    """

    id: str
    student: str
    timestamp: datetime | None
    extension: timedelta | None
    is_new: bool = False
    books: list[Book] = field(default_factory=list)

    def final_score(self, scores: dict[str, float]) -> float:
        """Return the score of all notebooks, by their ids, after what being late costs."""
        lost = sum(book.penalty or 0.0 for book in self.books)
        return max(0.0, sum(scores[book.id] for book in self.books) - lost)


class Entries:
    """The entries of some learners, within the session's transaction.

    Parameters
    ----------
    session : sqlalchemy.orm.Session
        Of the gradebook.
    unit : str
    cells : list of Cells
        Of each of the unit's notebooks.
    """

    def __init__(self, session: Session, unit: str, cells: list[Cells]) -> None:
        self._session = session
        self._cells = cells
        self._names = {each.id: each.name for each in cells}
        asked = select(Assignment.id, Assignment.duedate).where(Assignment.name == unit)
        self._unit, self._due = session.execute(asked).one()
        self._had: dict[str, tuple] = {}

    def known(self, students: list[str]) -> dict[str, Entry]:
        """Return learner -> entry of those who have one."""
        kind = SubmittedAssignment
        asked = select(kind.id, kind.student_id, kind.timestamp, kind.extension)
        rows = self._session.execute(
            asked.where(kind.assignment_id == self._unit, kind.student_id.in_(students))
        )
        found = {row.id: Entry(*row) for row in rows}
        if found:
            book = SubmittedNotebook
            of, own = book.assignment_id, book.notebook_id
            asked = select(of, book.id, own, book.flagged, book.late_submission_penalty)
            asked = asked.where(own.in_(list(self._names)), of.in_(list(found)))
            for entry, id, notebook, flagged, penalty in self._session.execute(asked):
                made = Book(id, notebook, self._names[notebook], flagged, penalty)
                found[entry].books.append(made)
        return {entry.student: entry for entry in found.values()}

    def made(self, course: Course, times: dict[str, datetime | None]) -> dict[str, Entry]:
        """Return learner -> entry; where there is none, it is made with its notebooks.

        Parameters
        ----------
        course : Course
            Knows who has an extension.
        times : dict
            Learner -> when the work was handed in; None leaves what the gradebook has.
        """
        found = self.known(list(times))
        new = [student for student in times if student not in found]
        self._add_students(new)
        for student in new:
            made = Entry(uuid4().hex, student, times[student], None, True)
            made.books = [Book(uuid4().hex, id, name) for id, name in self._names.items()]
            found[student] = made
        self._set_extensions(course, found.values())
        self._insert([found[student] for student in new])
        self._set_times(found, times)
        for entry in found.values():
            self._had |= {book.id: (book.flagged, book.penalty) for book in entry.books}
        return found

    def seconds_late(self, entry: Entry) -> float:
        """Return by how many seconds a submission came too late."""
        if entry.timestamp is None or self._due is None:
            return 0.0
        due = self._due + (entry.extension or timedelta())
        return max(0.0, (entry.timestamp - due).total_seconds())

    def scores(self, entries: Iterable[Entry]) -> dict[str, float]:
        """Return submitted notebook -> score, marks by hand counted in."""
        ids = [book.id for entry in entries for book in entry.books]
        cells = [cell for each in self._cells for cell in each.graded.values()]
        asked = (
            select(Grade.notebook_id, func.sum(Grade.score))
            .where(Grade.cell_id.in_(cells), Grade.notebook_id.in_(ids))
            .group_by(Grade.notebook_id)
        )
        found = {notebook: float(score) for notebook, score in self._session.execute(asked)}
        return {id: found.get(id, 0.0) for id in ids}

    def write(self, entries: Iterable[Entry]) -> None:
        """Write flags and penalties of notebooks, each where it has changed."""
        books = [book for entry in entries for book in entry.books]
        changed = [
            (book.id, book.flagged) for book in books if book.flagged != self._had[book.id][0]
        ]
        self._update(SubmittedNotebook, "flagged", changed)
        changed = [
            (book.id, book.penalty) for book in books if book.penalty != self._had[book.id][1]
        ]
        self._update(SubmittedNotebook, "late_submission_penalty", changed)

    def _add_students(self, students: list[str]) -> None:
        asked = select(Student.id).where(Student.id.in_(students))
        known = set(self._session.scalars(asked)) if students else set()
        insert_rows(
            self._session,
            Student,
            [{"id": student} for student in students if student not in known],
        )

    def _insert(self, entries: list[Entry]) -> None:
        rows = [
            {
                "id": entry.id,
                "assignment_id": self._unit,
                "student_id": entry.student,
                "timestamp": entry.timestamp,
                "extension": entry.extension,
            }
            for entry in entries
        ]
        insert_rows(self._session, SubmittedAssignment, rows)
        rows = [
            {"id": book.id, "assignment_id": entry.id, "notebook_id": book.notebook_id}
            for entry in entries
            for book in entry.books
        ]
        insert_rows(self._session, SubmittedNotebook, rows)

    def _set_extensions(self, course: Course, entries: Iterable[Entry]) -> None:
        """Give extensions that were noted, also to entries that were made before them."""
        if self._due is None:  # nbgrader adds the two wherever there is an extension
            return
        changed = []
        for entry in entries:
            if entry.extension is None:
                entry.extension = extension_of(course, entry.student)
                if entry.extension is not None and not entry.is_new:
                    changed.append((entry.id, entry.extension))
        self._update(SubmittedAssignment, "extension", changed)

    def _set_times(self, found: dict[str, Entry], times: dict[str, datetime | None]) -> None:
        changed = []
        for student, when in times.items():
            entry = found[student]
            if when and entry.timestamp != when:
                entry.timestamp = when
                changed.append((entry.id, when))
        self._update(SubmittedAssignment, "timestamp", changed)

    def _update(self, kind: Any, column: str, values: list[tuple[str, Any]]) -> None:
        update_rows(self._session, kind, [{"row": row, column: value} for row, value in values])


def score_of(session: Session, unit: str, cells: list[Cells], student: str) -> float | None:
    """Return a learner's score of a unit after the late penalty; None where there is no entry."""
    entries = Entries(session, unit, cells)
    entry = entries.known([student]).get(student)
    return entry and entry.final_score(entries.scores([entry]))
