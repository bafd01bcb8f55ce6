"""One watched unit: what of its submissions is still to be done, and the steps of doing it."""

import json
from pathlib import Path
from typing import Any

from autograder.engine.gradebook.folders import recover
from autograder.engine.run.run import Run
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.job import Job
from autograder.engine.submission.read_assignment import read_assignment
from autograder.engine.submission.results import Outcome, SubmissionResult
from autograder.files import file_digest, write
from autograder.pages.grades import read_grades
from autograder.pages.making import FOR_RELEASE, Pages
from autograder.pages.work import Job as PageJob
from autograder.pages.work import Style
from autograder.watching.exchange import Failed, explained

SECRET = "submission_secret.txt"
DIED = "The process that graded it died: is there enough memory on this machine?"


class WatchedUnit(Run):
    """A unit's submissions, and all that is done for one of them.

    Parameters
    ----------
    run : Run
        Over the same unit, as `autograder grade` opens it.
    style : Style
        Of the feedback pages.
    """

    def __init__(self, run: Run, style: Style) -> None:
        super().__init__(run.course, run.assignment, run.gradebook, run.limits, run.sandbox)
        self.name = run.assignment.name
        self.style = style
        self.is_settled = False
        self._pages = Pages(run.course, self.name, style)
        self._released = Released(run.course.state / "released" / f"{self.name}.json")
        self._grades: dict[tuple[str, str], Any] = {}

    def place(self, assignment: Assignment) -> None:
        """Take the unit with its tests in other places; what is saved tells of them."""
        super().place(assignment)
        self._saver = self.saver()

    # What is to be done

    def has_submissions(self) -> bool:
        """Whether anything of it has been collected."""
        return bool(self._collected())

    def is_stale(self) -> bool:
        """Whether the unit in the gradebook is another one by now."""
        now = read_assignment(self.course, self.name, self.gradebook)
        return now.digest() != self.assignment.digest()

    def ungraded(self) -> list[str]:
        """Return the learners whose submission has no grade, or an older one."""
        scores = self.scores()
        found = []
        for student, folder in self._collected().items():
            recover(folder)
            recover(self.destination(student))
            if self.kept(self.job(student, folder), scores) is None:
                found.append(student)
        return found

    def without_feedback(self) -> list[str]:
        """Return the learners whose page is missing, older than their grades, or not released.

        Raises
        ------
        Failed
            If that cannot be found out.
        """
        with explained(f"The feedback of {self.name} cannot be read"):
            self._grades = read_grades(self.gradebook, self.name)
            graded = self._pages.graded()
            jobs, _ = self._pages.plan(graded, self._grades, False)
            found = {job.about.student for job in jobs}
            return sorted(found | {name for name in graded if not self._is_released(name)})

    def marked(self) -> list[str]:
        """Return the learners whom somebody has given marks or comments since the last call.

        As long as a grader has still to look at a submission, its learner is not among them.
        """
        before, self._grades = self._grades, read_grades(self.gradebook, self.name)
        changed = {key[0] for key, book in self._grades.items() if before.get(key) != book}
        waiting = {key[0] for key, book in self._grades.items() if book["waiting"]}
        return sorted(name for name in changed - waiting if self.destination(name).is_dir())

    # Grading

    def grading(self, student: str) -> Job | None:
        """Return the job of grading what a learner has submitted; None if it is not there.

        Raises
        ------
        Failed
            If the submission cannot be read.
        """
        with explained(f"{student}'s submission of {self.name} cannot be read"):
            folder = self.path(self.course.app.coursedir.submitted_directory, student)
            if not folder.is_dir():
                return None
            recover(self.destination(student))
            return self.job(student, folder)

    def given_up(self, job: Job) -> SubmissionResult:
        """Return the result of a submission whose process died again and again."""
        made = SubmissionResult(job.student, job.unit, job.fingerprint, seed=job.seed)
        made.isolated, made.problem = self.sandbox.walls, DIED
        return made

    def grade_saved(self, result: SubmissionResult, folder: Path) -> Outcome:
        """Write a result down; return what became of the submission.

        Raises
        ------
        Failed
            If the gradebook or the folder could not be written: it is to be tried again.
        """
        self.own.hold(result)
        ungradable = bool(result.problem)
        outcome = self.saved(self._saver, result, folder)
        if outcome.problem and not ungradable:
            raise Failed(
                f"{result.student}'s grade for {self.name} is not saved. {outcome.problem}"
            )
        return outcome

    # Feedback

    def pages(self, student: str) -> list[PageJob]:
        """Return the pages of a learner that are to be made.

        Raises
        ------
        Failed
            If that cannot be found out.
        """
        with explained(f"{student}'s feedback for {self.name} cannot be made"):
            grades = read_grades(self.gradebook, self.name, student)
            self.gradebook.db.commit()  # ends the reading
            found = {student: self.destination(student)}
            jobs, problems = self._pages.plan(found, grades, False)
            if problems:
                raise RuntimeError(problems[0])
        return jobs

    def page_made(self, job: PageJob, digest: str) -> None:
        """Note that a page has been made.

        Raises
        ------
        Failed
            If that cannot be written down.
        """
        self._pages.done(job, digest)
        with explained(f"{job.about.student}'s feedback for {self.name} cannot be noted"):
            self._pages.save()

    def can_be_released(self, student: str) -> bool:
        """Whether what was submitted says where its feedback goes."""
        return all((self._feedback(student) / name).is_file() for name in FOR_RELEASE)

    def released(self, student: str) -> None:
        """Note that a learner's pages have been released.

        Raises
        ------
        Failed
            If that cannot be written down.
        """
        with explained(f"{student}'s feedback for {self.name} cannot be noted"):
            self._released.note(student, self._to_release(student))

    def _is_released(self, student: str) -> bool:
        if not self.can_be_released(student):
            return True  # never: it did not come through the exchange
        return self._released.known.get(student) == self._to_release(student)

    def _to_release(self, student: str) -> list[str]:
        folder = self._feedback(student)
        return [file_digest(path) for path in (*sorted(folder.glob("*.html")), folder / SECRET)]

    def _feedback(self, student: str) -> Path:
        return self.path(self.course.app.coursedir.feedback_directory, student)

    def _collected(self) -> dict[str, Path]:
        return self.course.learners(self.course.app.coursedir.submitted_directory, self.name)


class Released:
    """The note of what has been released.

    Parameters
    ----------
    file : pathlib.Path
        Where it is kept.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            self.known: dict[str, Any] = dict(json.loads(file.read_bytes()))
        except (OSError, ValueError, TypeError):
            self.known = {}

    def note(self, student: str, what: list[str]) -> None:
        """Write down what of a learner's has been released."""
        self.known[student] = what
        write(self.file, json.dumps(self.known, indent=0, sort_keys=True).encode(), 0o644)
