"""What a submission's grading has given, written down: by one process, in short transactions.

First the gradebook, then ``autograded/``: the folder with its ``result.json`` says that a
submission is done, so that a run which is killed in between does it again.
"""

import os
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from autograder.course import Course
from autograder.engine.gradebook.attempts import note_attempts
from autograder.engine.gradebook.cells import cells_of
from autograder.engine.gradebook.folders import remove, replace, share
from autograder.engine.gradebook.reckoning import Reckoning, Times, Work, times_of
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.results import RESULT, SubmissionResult, as_text, read_result
from autograder.engine.submission.timestamp import NAME as TIMESTAMP


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
        self._cells = cells_of(gradebook, assignment.name)

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
        times = times_of(work)
        try:
            for result, submitted, destination in work:
                timestamp = submitted / TIMESTAMP if times[result.student] else None
                made.append(self._written(result, timestamp, destination))
            scores = self._committed(work, times)
        except BaseException:
            for folder in made:
                remove(folder)
            raise
        graded = [
            (result, times[result.student], score)
            for (result, *_), score in zip(work, scores, strict=True)
        ]
        note_attempts(self.course, self.assignment.name, graded, self._version)
        for (_, _, destination), folder in zip(work, made, strict=True):
            replace(destination, folder)
        return scores

    def _written(self, result: SubmissionResult, timestamp: Path | None, destination: Path) -> Path:
        made = destination.with_name(f".{destination.name}.new")
        remove(made)
        made.mkdir(parents=True)
        try:
            for name, content in result.files.items():
                path = made / name
                path.parent.mkdir(parents=True, exist_ok=True)
                self._put(path, content)
            for book in result.notebooks:
                self._put(made / f"{book.name}.ipynb", book.text)
            if timestamp is not None:
                self._put(made / TIMESTAMP, timestamp.read_bytes())
            told = result.as_json(self.versions, self.limits)
            if result.unreadable:
                before = (read_result(destination) or {}).get("tests", {})
                # Its notebook is of another attempt, and is not kept: no page is to be made of it.
                told["tests"] |= {
                    name: before[name] for name in result.unreadable if name in before
                }
            self._put(made / RESULT, as_text(told).encode())
            if self.course.app.coursedir.groupshared:
                share(made, *made.rglob("*"), destination.parent, destination.parent.parent)
        except BaseException:
            remove(made)
            raise
        return made

    def _put(self, path: Path, content: bytes) -> None:
        with open(path, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), 0o664 if self.course.app.coursedir.groupshared else 0o444)

    # The gradebook

    def grades(self, result: SubmissionResult, submitted: Path, only: str) -> None:
        """Write the grades of one notebook of a submission in one transaction.

        Parameters
        ----------
        result : SubmissionResult
            Not an ungradable one.
        submitted : pathlib.Path
            The submission's folder.
        only : str
            The notebook's name.
        """
        work: Work = [(result, submitted, None)]
        self._committed(work, times_of(work), only)

    def _committed(self, work: Work, times: Times, only: str | None = None) -> list[float]:
        """Write results in one transaction; it counts whole or not. See `reckoned`."""
        session = self.gradebook.db
        try:
            scores = self.reckoned(work, times, only)
            session.commit()
            return scores
        except BaseException:
            session.rollback()
            raise

    def reckoned(self, work: Work, times: Times, only: str | None = None) -> list[float]:
        """Write results in the session, whose transaction the caller ends; see `Reckoning`."""
        session = self.gradebook.db()
        unit = self.assignment.name
        return Reckoning(self.course, session, unit, self._cells, only).write(work, times)
