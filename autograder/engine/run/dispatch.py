"""Several submissions at a time: written against ``concurrent.futures.Executor``."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, as_completed
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Protocol

from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import SubmissionResult

MOST_TOGETHER = 100
"""So many results are saved in one transaction: other programs wait for the gradebook meanwhile."""


@dataclass(frozen=True)
class Backend:
    """What grades submissions.

    Parameters
    ----------
    pool : callable
        Provides an executor of so many places, for so long as it is needed.
    grade : callable
        Grades one submission, in one of those places.
    """

    pool: Callable[[Sandbox, int], AbstractContextManager[Executor]]
    grade: Callable[[Job, Assignment, Limits], SubmissionResult]


def this_machines(platform: str = sys.platform) -> Backend:
    """Return the backend of a platform: warm processes on Linux, nbgrader's kernels elsewhere."""
    if platform == "linux":
        from autograder.engine.run import pool, worker

        return Backend(pool.local_processes, worker.grade)
    from autograder.engine.run import kernel

    return Backend(kernel.kernel_processes, kernel.grade)


class Grades(Protocol):
    """Anything that grades the submissions of one unit: this machine's crew, or another one."""

    def grade(self, first: Job | None, jobs: list[Job]) -> Iterator[SubmissionResult]:
        """Grade, and yield each result as it comes; as `Crew.grade`."""

    def at_hand(self) -> bool:
        """Whether the next result has come already, so that nobody has to wait for it."""


def together(results: Iterator[SubmissionResult], crew: Grades) -> Iterator[list[SubmissionResult]]:
    """Yield results in their order: those together that have come by the time one is asked for.

    Parameters
    ----------
    results : iterator of SubmissionResult
        As they come from the crew.
    crew : Grades
        Knows whether another one has come.
    """
    batch: list[SubmissionResult] = []
    for result in results:
        batch.append(result)
        if len(batch) == MOST_TOGETHER or not crew.at_hand():
            yield batch
            batch = []
    if batch:
        yield batch


class Crew:
    """Grades submissions of one unit, several at a time.

    Parameters
    ----------
    assignment : Assignment
        The unit.
    limits : Limits
        What a notebook may take.
    sandbox : Sandbox
        Where learners' code runs.
    width : int
        How many at a time.
    backend : Backend
        What grades.
    """

    def __init__(
        self,
        assignment: Assignment,
        limits: Limits,
        sandbox: Sandbox,
        width: int,
        backend: "Backend",
    ) -> None:
        self.assignment = assignment
        self.limits = limits
        self.sandbox = sandbox
        self.width = width
        self.backend = backend

    def grade(self, first: Job | None, jobs: list[Job]) -> Iterator[SubmissionResult]:
        """Grade, and yield each result as it comes.

        Parameters
        ----------
        first : Job or None
            Is graded, and its result yielded, before any other begins.
        jobs : list of Job
            In any order. A worker that dies takes what the others were doing with it: those are
            tried again, each alone, and what kills a second worker is ungradable.
        """
        left = {job.student: job for job in ([first] if first else []) + jobs}
        with self.backend.pool(self.sandbox, min(self.width, len(left))) as executor:
            for batch in ([first] if first else [], jobs):
                for result in self._batch(executor, batch):
                    del left[result.student]
                    yield result
        for job in list(left.values()):
            with self.backend.pool(self.sandbox, 1) as executor:
                for result in self._batch(executor, [job]):
                    del left[result.student]
                    yield result
        for job in left.values():
            yield SubmissionResult(
                job.student,
                job.unit,
                job.fingerprint,
                seed=job.seed,
                isolated=self.sandbox.walls,
                problem="The process that graded it died: is there enough memory on this machine?",
            )

    def at_hand(self) -> bool:
        """Results of this machine come one at a time; each is saved at once."""
        return False

    def _batch(self, executor: Executor, jobs: list[Job]) -> Iterator[SubmissionResult]:
        with suppress(BrokenExecutor):
            futures = [
                executor.submit(self.backend.grade, job, self.assignment, self.limits)
                for job in jobs
            ]
            for future in as_completed(futures):
                with suppress(BrokenExecutor):
                    yield future.result()
