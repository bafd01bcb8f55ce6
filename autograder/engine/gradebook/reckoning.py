"""What results come to in the gradebook: rows of several submissions, written together."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from nbgrader.api import Comment, Grade
from sqlalchemy.orm import Session

from autograder.course import Course
from autograder.engine.gradebook.cells import Cells, comment_on, points_of
from autograder.engine.gradebook.entries import Book, Entries, Entry
from autograder.engine.gradebook.flagging import raise_flags
from autograder.engine.gradebook.penalties import late_penalty
from autograder.engine.gradebook.rows import Rows
from autograder.engine.gradebook.second_look import SecondLook
from autograder.engine.submission.results import NotebookResult, SubmissionResult
from autograder.engine.submission.timestamp import read_timestamp

Work = Sequence[tuple[SubmissionResult, Path, Path | None]]
Times = dict[str, datetime | None]
"""Results, each with the submission's folder and that of the earlier attempt, if it counts."""

COLUMNS = ("auto_score", "manual_score", "needs_manual_grade")


def times_of(work: Work) -> Times:
    """Return when each learner's submission was made, in UTC; None where it does not say."""
    return {result.student: read_timestamp(submitted)[0] for result, submitted, _ in work}


class Reckoning:
    """Writes the grades of some submissions of a unit, within the session's transaction.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    session : sqlalchemy.orm.Session
        Of the gradebook.
    unit : str
    cells : list of Cells
        Of each of the unit's notebooks.
    only : str or None
        The one notebook that was graded; without it, those that are not there earn nothing.
    """

    def __init__(
        self,
        course: Course,
        session: Session,
        unit: str,
        cells: list[Cells],
        only: str | None = None,
    ) -> None:
        self._course = course
        self._cells = {each.id: each for each in cells}
        self._only = only
        self._entries = Entries(session, unit, cells)
        self._grades = Rows(session, Grade, *COLUMNS)
        self._comments = Rows(session, Comment, "auto_comment")

    def write(self, work: Work, times: Times) -> list[float]:
        """Write everything of results of different learners; return the scores.

        Parameters
        ----------
        work : sequence of tuple
            None of the results is ungradable.
        times : dict
            As `times_of` returns them.

        Returns
        -------
        list of float
            After the late penalty, as `nbgrader export` gives them.
        """
        found = self._entries.made(self._course, times)
        self._read([book.id for each in found.values() if not each.is_new for book in each.books])
        for result, submitted, before in work:
            self._set(found[result.student], result, before)
            raise_flags(found[result.student].books, result, submitted, before)
        self._grades.write()
        self._comments.write()
        scores = self._entries.scores(found.values())
        for entry in found.values():
            self._set_penalties(entry, scores)
        self._entries.write(found.values())
        return [found[result.student].final_score(scores) for result, *_ in work]

    def _read(self, books: list[str]) -> None:
        cells = self._cells.values()
        self._grades.read(books, [id for each in cells for id in each.graded.values()])
        self._comments.read(books, [id for each in cells for id in each.commented.values()])

    def _set(self, entry: Entry, result: SubmissionResult, before: Path | None) -> None:
        found = {book.name: book for book in result.notebooks}
        for book in entry.books:
            name = book.name
            if name in found:
                self._set_book(book, found[name], SecondLook(before and before / f"{name}.ipynb"))
            elif self._only is None and name not in result.unreadable:
                self._set_missing(book)

    def _add(self, book: Book) -> None:
        cells = self._cells[book.notebook_id]
        for cell in cells.graded.values():
            self._grades.add((book.id, cell), auto_score=None, needs_manual_grade=True)
        for cell in cells.commented.values():
            self._comments.add((book.id, cell), auto_comment=None)

    def _set_missing(self, book: Book) -> None:
        """A notebook that was not submitted earns nothing, as in nbgrader."""
        self._add(book)
        for cell in self._cells[book.notebook_id].graded.values():
            self._grades.set((book.id, cell), auto_score=0.0, needs_manual_grade=False)

    def _set_book(self, book: Book, result: NotebookResult, look: SecondLook) -> None:
        self._add(book)
        cells = self._cells[book.notebook_id]
        for cell in result.cells:
            name = cell.name
            if cell.is_grade and name in cells.graded:
                row = book.id, cells.graded[name]
                points = points_of(cell, result.tests.get(name))
                had = {column: self._grades.get(row, column) for column in COLUMNS}
                wanted = look.is_wanted(cell, points, had)
                self._grades.set(row, auto_score=points, needs_manual_grade=wanted)
            if (cell.is_solution or cell.is_task) and name in cells.commented:
                row = book.id, cells.commented[name]
                self._comments.set(row, auto_comment=comment_on(cell))

    def _set_penalties(self, entry: Entry, scores: dict[str, float]) -> None:
        seconds = self._entries.seconds_late(entry)
        for book in entry.books:
            book.penalty = None
            if seconds > 0:
                score = scores[book.id]
                book.penalty = late_penalty(self._course, entry.student, score, seconds)
