"""Several submissions at a time: written against ``concurrent.futures.Executor``."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import psutil

from autograder.engine import worker
from autograder.engine.assignment import Assignment
from autograder.engine.limits import Limits
from autograder.engine.results import SubmissionResult
from autograder.engine.sandbox import ONE_THREAD, Sandbox
from autograder.engine.worker import Job


@contextmanager
def local_processes(sandbox: Sandbox, jobs: int) -> Iterator[Executor]:
    """Provide an executor of local processes, each with a slot of its own.

    Parameters
    ----------
    sandbox : Sandbox
        How they run learners' code.
    jobs : int
        How many there are.
    """
    # Read by the libraries when the server process imports them.
    os.environ.update(ONE_THREAD)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["autograder.engine.worker", "matplotlib.pyplot"])
    with run_folder() as folder:
        executor = ProcessPoolExecutor(
            jobs, context, worker.start, (sandbox, context.Value("i", 0), folder)
        )
        try:
            yield executor
            executor.shutdown()
        finally:
            # After an interrupt or an error, nobody waits for what is still running.
            executor.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
                process.join()


@contextmanager
def run_folder() -> Iterator[Path]:
    """Provide a temporary folder; remove those of runs that were killed."""
    prefix = "autograder-run-"
    for old in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        number = old.name[len(prefix) :].partition("-")[0]
        if number.isdigit() and not psutil.pid_exists(int(number)):
            shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


Pool = Callable[[Sandbox, int], AbstractContextManager[Executor]]
"""Provides an executor of so many places: another one can grade on other machines."""


def grade_all(
    jobs: list[Job],
    assignment: Assignment,
    limits: Limits,
    sandbox: Sandbox,
    width: int,
    pool: Pool = local_processes,
) -> Iterator[SubmissionResult]:
    """Grade submissions, and yield each result as it comes.

    A worker that dies takes what the others were doing with it: those are tried again, one after
    the other, and what kills a second worker is ungradable.
    """
    left = {job.student: job for job in jobs}
    for result in _round(left, assignment, limits, sandbox, width, pool):
        del left[result.student]
        yield result
    for job in list(left.values()):
        for result in _round({job.student: job}, assignment, limits, sandbox, 1, pool):
            del left[result.student]
            yield result
    for job in left.values():
        yield SubmissionResult(
            job.student,
            job.unit,
            job.fingerprint,
            seed=job.seed,
            isolated=sandbox.walls,
            problem="The process that graded it died: is there enough memory on this machine?",
        )


def _round(
    jobs: dict[str, Job],
    assignment: Assignment,
    limits: Limits,
    sandbox: Sandbox,
    width: int,
    pool: Pool,
) -> Iterator[SubmissionResult]:
    if not jobs:
        return
    with pool(sandbox, min(width, len(jobs))) as executor:
        futures = [
            executor.submit(worker.grade, job, assignment, limits) for job in jobs.values()
        ]
        for future in as_completed(futures):
            with suppress(BrokenExecutor):
                yield future.result()
