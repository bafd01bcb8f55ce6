"""What a submission's grading has given, written down: by one process, in short transactions.

First the gradebook, then ``autograded/``: the folder with its ``result.json`` says that a
submission is done, so that a run which is killed in between does it again.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import IgnorePattern, LimitOutput
from nbgrader.utils import is_grade, is_solution, is_task

from autograder.course import Course
from autograder.engine.gradebook.attempts import note_attempt
from autograder.engine.gradebook.cells import Cells, comment_on, points_of
from autograder.engine.gradebook.extensions import extension_of
from autograder.engine.gradebook.flagging import raise_flags
from autograder.engine.gradebook.folders import remove, replace, share
from autograder.engine.gradebook.penalties import set_penalty
from autograder.engine.gradebook.rows import Rows
from autograder.engine.gradebook.second_look import SecondLook
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.fingerprint import work_of
from autograder.engine.submission.results import (
    RESULT,
    NotebookResult,
    SubmissionResult,
    read_result,
)
from autograder.engine.submission.timestamp import NAME as TIMESTAMP
from autograder.engine.submission.timestamp import read_timestamp


class Saver:
    """Writes results; there is one of it at a time.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    assignment : Assignment
        The unit.
    gradebook : nbgrader.api.Gradebook
        The course's own.
    versions, limits : dict
        For ``result.json``.
    """

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        gradebook: Gradebook,
        versions: dict[str, str],
        limits: dict[str, Any],
    ) -> None:
        self.course = course
        self.assignment = assignment
        self.gradebook = gradebook
        self.versions = versions
        self.limits = limits
        self._version = assignment.digest()
        # The unit and its cells are the same for all submissions: read once, not after each commit.
        gradebook.db().expire_on_commit = False
        # A session forgets what nobody holds.
        self._held = [Cells(book) for book in gradebook.find_assignment(assignment.name).notebooks]
        self._cells = {cells.book.id: cells for cells in self._held}
        self._tidy: list[Callable] = [
            IgnorePattern(parent=course.app).preprocess,
            LimitOutput(parent=course.app).preprocess,
        ]

    def save(self, result: SubmissionResult, submitted: Path, destination: Path) -> float:
        """Write one result; return the score that the gradebook now has.

        Parameters
        ----------
        result : SubmissionResult
            Not an ungradable one.
        submitted, destination : pathlib.Path
            The submission's folders.

        Raises
        ------
        OSError
            If the folder cannot be written; what was there before is still there.
        sqlalchemy.exc.SQLAlchemyError
            If the gradebook cannot be written; nothing is changed then.
        """
        return self.save_together([(result, submitted, destination)])[0]

    def save_together(self, work: list[tuple[SubmissionResult, Path, Path]]) -> list[float]:
        """Write several results in one transaction: all of them or, in the gradebook, none.

        Parameters
        ----------
        work : list of tuple
            Results of different learners, with the folders of each, as in `save`; which also says
            what is raised.
        """
        made: list[Path] = []
        try:
            for result, submitted, destination in work:
                for book in result.notebooks:
                    book.notebook = self._tidied(book.notebook)
                made.append(self._written(result, submitted, destination))
            scores = self._committed(
                lambda: [
                    final_score(self.reckoned(result, submitted, before=destination))
                    for result, submitted, destination in work
                ]
            )
        except BaseException:
            for folder in made:
                remove(folder)
            raise
        for (result, submitted, destination), folder, score in zip(work, made, scores, strict=True):
            done = work_of(submitted, self.limits["submission"])
            when = read_timestamp(submitted)[0]
            note_attempt(self.course, result, when, score, done, self._version)
            replace(destination, folder)
        return scores

    def _tidied(self, notebook: NotebookNode) -> NotebookNode:
        for preprocess in self._tidy:
            notebook, _ = preprocess(notebook, {})
        return notebook

    def _written(self, result: SubmissionResult, submitted: Path, destination: Path) -> Path:
        made = destination.with_name(f".{destination.name}.new")
        remove(made)
        made.mkdir(parents=True)
        try:
            for name, content in result.files.items():
                path = made / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            for book in result.notebooks:
                # Without nbformat's validation: the notebook has been made cell by cell.
                text = nbformat.v4.writes(book.notebook) + "\n"
                (made / f"{book.name}.ipynb").write_text(text, encoding="utf-8")
            if read_timestamp(submitted)[0] is not None:
                shutil.copyfile(submitted / TIMESTAMP, made / TIMESTAMP)
            told = result.as_json(self.versions, self.limits)
            before = (read_result(destination) or {}).get("tests", {})
            # Its notebook is of another attempt, and is not kept: no page is to be made of it.
            told["tests"] |= {name: before[name] for name in result.unreadable if name in before}
            text = json.dumps(told, indent=1)
            (made / RESULT).write_text(text + "\n", encoding="utf-8")
            for path in made.rglob("*"):
                if path.is_file():
                    path.chmod(0o664 if self.course.app.coursedir.groupshared else 0o444)
            if self.course.app.coursedir.groupshared:
                share(made, *made.rglob("*"), destination.parent, destination.parent.parent)
        except BaseException:
            remove(made)
            raise
        return made

    # The gradebook

    def grades(
        self,
        result: SubmissionResult,
        submitted: Path,
        only: str | None = None,
        before: Path | None = None,
    ) -> float:
        """Write the grades of a submission in one transaction; return its score.

        Parameters
        ----------
        result : SubmissionResult
            Not an ungradable one.
        submitted : pathlib.Path
            The submission's folder.
        only : str or None
            The one notebook that was graded; without it, those that are not there earn nothing.
        before : pathlib.Path or None
            The folder of the earlier attempt.
        """
        return self._committed(lambda: final_score(self.reckoned(result, submitted, only, before)))

    def _committed(self, reckon: Callable[[], Any]) -> Any:
        """Return what a function returns that writes in the session; it counts whole or not."""
        session = self.gradebook.db
        try:
            made = reckon()
            session.commit()
            return made
        except BaseException:
            session.rollback()
            raise

    def reckoned(
        self,
        result: SubmissionResult,
        submitted: Path,
        only: str | None = None,
        before: Path | None = None,
    ) -> SubmittedAssignment:
        """Write grades in the session; the caller ends its transaction. See `grades`."""
        session = self.gradebook.db
        submission = self._submission(result.student, submitted)
        found = {book.name: book for book in result.notebooks}
        for notebook in submission.notebooks:
            cells = self._cells[notebook.notebook_id]
            name = cells.book.name
            if name in found or (only is None and name not in result.unreadable):
                look = SecondLook(before and before / f"{name}.ipynb")
                self._notebook(notebook.id, cells, found.get(name), look)
        raise_flags(submission, result, submitted, before)
        for notebook in submission.notebooks:
            set_penalty(self.course, session, submission, notebook)
        session.flush()
        session.refresh(submission, ["score", "late_submission_penalty"])
        return submission

    def _submission(self, student_id: str, submitted: Path) -> SubmittedAssignment:
        """Return the gradebook's entry for a submission; make it, with its parts, if need be."""
        session = self.gradebook.db
        timestamp, _ = read_timestamp(submitted)
        try:
            found = self.gradebook.find_submission(self.assignment.name, student_id)
        except MissingEntry:
            with session.no_autoflush:
                found = self._new_submission(student_id)
            session.add(found)
        if timestamp:
            found.timestamp = timestamp
        # Only beside a due date: nbgrader adds the two wherever there is an extension.
        if found.extension is None and found.assignment.duedate is not None:
            found.extension = extension_of(self.course, student_id)
        session.flush()
        return found

    def _new_submission(self, student_id: str) -> SubmittedAssignment:
        made = SubmittedAssignment(
            assignment=self.gradebook.find_assignment(self.assignment.name),
            student=self._student(student_id),
        )
        for cells in self._held:
            SubmittedNotebook(notebook=cells.book, assignment=made)
        return made

    def _student(self, student_id: str) -> Student:
        try:
            return self.gradebook.find_student(student_id)
        except MissingEntry:
            return Student(id=student_id)

    def _notebook(
        self, submitted: str, cells: Cells, book: NotebookResult | None, look: SecondLook
    ) -> None:
        """Write a notebook's rows; one that was not submitted earns nothing, as in nbgrader."""
        columns = ("auto_score", "manual_score", "needs_manual_grade")
        grades = Rows(self.gradebook.db(), Grade, submitted, *columns)
        comments = Rows(self.gradebook.db(), Comment, submitted, "auto_comment")
        for cell in cells.graded.values():
            grades.add(cell, auto_score=None, needs_manual_grade=True)
            if book is None:
                grades.set(cell, auto_score=0.0, needs_manual_grade=False)
        for cell in cells.commented.values():
            comments.add(cell, auto_comment=None)
        for cell in book.notebook.cells if book is not None else ():
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if is_grade(cell) and name in cells.graded:
                row, points = cells.graded[name], points_of(cell, book.tests.get(name))
                had = {column: grades.get(row, column) for column in columns}
                wanted = look.is_wanted(cell, points, had)
                grades.set(row, auto_score=points, needs_manual_grade=wanted)
            if (is_solution(cell) or is_task(cell)) and name in cells.commented:
                comments.set(cells.commented[name], auto_comment=comment_on(cell))
        grades.write()
        comments.write()


def final_score(submission: SubmittedAssignment) -> float:
    """Return a score after the late penalty, as `nbgrader export` gives it."""
    return max(0.0, float(submission.score) - float(submission.late_submission_penalty or 0.0))
