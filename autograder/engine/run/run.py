"""One run over the submissions of a unit: what to grade, what to skip, what to save."""

from collections.abc import Generator
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path

from nbgrader.api import Gradebook, InvalidEntry, MissingEntry
from sqlalchemy.exc import SQLAlchemyError

from autograder.course import Course
from autograder.engine.gradebook.auto_scores import auto_scores
from autograder.engine.gradebook.cells import Cells, cells_of
from autograder.engine.gradebook.entries import score_of
from autograder.engine.gradebook.export import note_ungradable
from autograder.engine.gradebook.folders import recover
from autograder.engine.gradebook.locking import check_held
from autograder.engine.gradebook.saving import Saver
from autograder.engine.gradebook.server import database_said, is_lost
from autograder.engine.run.dispatch import Crew, Grades, this_machines, together
from autograder.engine.run.own_solution import OWN_SOLUTION, OwnSolution
from autograder.engine.run.versions import versions
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.fingerprint import contents, digest, work_in
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Outcome, SubmissionResult, read_result
from autograder.problems import CannotStart


class Run:
    """The submissions of one unit, and the means to grade them.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    assignment : Assignment
        The unit.
    gradebook : nbgrader.api.Gradebook
        The course's own.
    limits : Limits
        What a notebook may take.
    sandbox : Sandbox
        Where learners' code runs.
    """

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        gradebook: Gradebook,
        limits: Limits,
        sandbox: Sandbox,
    ) -> None:
        self.course = course
        self.gradebook = gradebook
        self.limits = limits
        self.sandbox = sandbox
        self.versions = versions(sandbox.codecs)
        self.place(assignment)

    def place(self, assignment: Assignment) -> None:
        """Take the unit with its tests in other places; grades depend on it."""
        self.assignment = assignment
        self.base = digest(
            assignment.digest(),
            assignment.inside(),
            self.versions,
            self.limits.as_dict(),
            {"walls": self.sandbox.walls},
        )
        self.own = OwnSolution(self.course, assignment, self.base, self.limits.submission)

    def submissions(self, students: list[str]) -> dict[str, Path]:
        """Return the submitted folders by learner.

        Parameters
        ----------
        students : list of str
            Only these; all of them where the list is empty.

        Raises
        ------
        CannotStart
            If there is nothing to grade, or one of the learners submitted nothing.
        """
        step = self.course.app.coursedir.submitted_directory
        found = self.course.learners(step, self.assignment.name)
        for student in students:
            if student not in found:
                raise CannotStart(f"{student} has submitted nothing for {self.assignment.name}.")
        if not found:
            pattern = self.path(step, "*")
            raise CannotStart(
                f"Nobody has submitted {self.assignment.name}: no folder fits {pattern}."
            )
        return {student: found[student] for student in students or found}

    def grade(
        self, found: dict[str, Path], width: int, force: bool, crew: Grades | None = None
    ) -> Generator[Outcome, None, None]:
        """Grade submissions, and yield what became of each.

        Parameters
        ----------
        found : dict
            Learner -> submitted folder.
        width : int
            How many at a time.
        force : bool
            Whether to grade what has not changed, too.
        crew : Grades or None
            Grades in the place of this machine's own processes.
        """
        jobs = []
        first = self.own.job()
        scores = self.scores()
        for student, folder in found.items():
            recover(self.destination(student))
            job = self.job(student, folder)
            kept = None if force else self.kept(job, scores)
            if kept is not None:
                yield kept
            else:
                jobs.append(job)
        if not jobs:
            return
        saver = self.saver()
        crew = crew or self._crew(width)
        for batch in together(self.results(first, jobs, width, crew), crew):
            yield from self.saved_together(saver, batch, found)

    def results(
        self, first: Job | None, jobs: list[Job], width: int, crew: Grades | None = None
    ) -> Generator[SubmissionResult, None, None]:
        """Grade, and yield what came of each; nothing is written to gradebook or folders.

        Parameters
        ----------
        first : Job or None
            The course's own solution, where it has to be graded once more.
        jobs : list of Job
        width, crew
            As in `grade`.
        """
        crew = crew or self._crew(width)
        for result in crew.grade(first, jobs):
            if result.student == OWN_SOLUTION:
                self.own.check(result)
            else:
                self.own.hold(result)
                yield result

    def _crew(self, width: int) -> Crew:
        return Crew(self.assignment, self.limits, self.sandbox, width, this_machines())

    def saver(self) -> Saver:
        """Return what writes the results down."""
        limits = self.limits.as_dict()
        return Saver(self.course, self.assignment, self.gradebook, self.versions, limits)

    # One submission

    def job(self, student: str, folder: Path, only: str | None = None) -> Job:
        """Return the job of grading a submission, or one notebook of it."""
        there = contents(folder, self.limits.submission)
        fingerprint = digest(self.base, there)
        seed = int(digest(self.assignment.name, student)[:8], 16)
        unit = self.assignment.name
        return Job(student, unit, folder, fingerprint, seed, only, work_in(there))

    def kept(self, job: Job, scores: dict[str, dict[tuple, float]]) -> Outcome | None:
        """Return the earlier outcome of a submission if nothing has changed since."""
        old = self.earlier(job, scores)
        if old is None:
            return None
        note_ungradable(self.course, job.unit, job.student, "")
        return Outcome(
            job.student,
            job.unit,
            old["status"],
            self._score(job.student),
            self.assignment.max_score(),
            old["flags"],
            old["seconds"],
            unchanged=True,
            isolated=old["isolated"],
            missing=old.get("missing", []),
            stops=old.get("stops", []),
        )

    def earlier(self, job: Job, scores: dict[str, dict[tuple, float]]) -> dict | None:
        """Return the ``result.json`` of a submission that need not be graded again."""
        old = read_result(self.destination(job.student))
        if old is None or old.get("fingerprint") != job.fingerprint:
            return None
        tests = {
            (book, name): float(verdict["points"])
            for book, verdicts in old["tests"].items()
            for name, verdict in verdicts.items()
        }
        graded = scores.get(job.student, {})
        # A notebook that was not submitted has zeros in the gradebook, and no verdicts.
        known = {key: score for key, score in graded.items() if key[0] in old["tests"]}
        # Otherwise the gradebook was lost, or somebody else graded.
        return old if known == tests else None

    def saved(self, saver: Saver, result: SubmissionResult, folder: Path) -> Outcome:
        """Write a result down; return what became of the submission, also where that failed."""
        check_held(self.gradebook)
        score: float | None = None
        if not result.problem:
            try:
                score = saver.save(result, folder, self.destination(result.student))
            except SQLAlchemyError as error:
                if is_lost(error):
                    raise
                result.problem = f"The gradebook could not be written ({database_said(error)})."
            except OSError as error:
                result.problem = f"The result could not be written ({error.strerror or error})."
            except Exception as error:  # one submission's trouble must not stop the others
                result.problem = f"The result could not be written ({error})."
        if result.problem:
            with suppress(SQLAlchemyError, InvalidEntry):  # of the gradebook it is said already
                self.gradebook.update_or_create_student(result.student)  # is in every table then
            score = self._score(result.student)
        return self._outcome(result, score)

    def saved_together(
        self, saver: Saver, results: list[SubmissionResult], found: dict[str, Path]
    ) -> list[Outcome]:
        """Write results down in one transaction, and only where that fails each in its own.

        Parameters
        ----------
        saver : Saver
        results : list of SubmissionResult
            Of different learners.
        found : dict
            Learner -> submitted folder.
        """
        whole = [result for result in results if not result.problem]
        scores: dict[str, float] = {}
        if len(whole) > 1:
            check_held(self.gradebook)
            work = [(each, found[each.student], self.destination(each.student)) for each in whole]
            try:
                written = saver.save_together(work)
                scores = {each.student: score for each, score in zip(whole, written, strict=True)}
            except Exception as error:
                if is_lost(error):
                    raise
                # Whom it concerns is said below, where each is saved alone.
        return [
            self._outcome(each, scores[each.student])
            if each.student in scores
            else self.saved(saver, each, found[each.student])
            for each in results
        ]

    def _outcome(self, result: SubmissionResult, score: float | None) -> Outcome:
        note_ungradable(self.course, result.unit, result.student, result.problem)
        return Outcome(
            result.student,
            result.unit,
            result.status,
            score,
            self.assignment.max_score(),
            [asdict(flag) for flag in result.flags],
            result.seconds,
            result.problem,
            isolated=result.isolated,
            missing=result.missing,
            stops=[asdict(stop) for stop in result.stops],
        )

    def destination(self, student: str) -> Path:
        """Return the folder of a learner's graded submission."""
        return self.path(self.course.app.coursedir.autograded_directory, student)

    def path(self, step: str, student: str) -> Path:
        """Return a learner's folder at one step of nbgrader's flow."""
        return Path(self.course.app.coursedir.format_path(step, student, self.assignment.name))

    # The gradebook

    def _score(self, student: str) -> float | None:
        """Return the score that the gradebook has of a learner."""
        with suppress(MissingEntry, SQLAlchemyError):
            return score_of(self.gradebook.db(), self.assignment.name, self._cells, student)
        return None

    @cached_property
    def _cells(self) -> list[Cells]:
        return cells_of(self.gradebook, self.assignment.name)

    def scores(self) -> dict[str, dict[tuple, float]]:
        """Return the tests' automatic scores of all learners."""
        return auto_scores(self.gradebook, self.assignment)
