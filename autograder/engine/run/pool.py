"""Local processes that grade, and the folder of their temporary files."""

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from autograder.engine.run import worker
from autograder.engine.run.temporary import run_folder
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.threads import process_context


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
    context = process_context()
    if context.get_start_method() != "fork":
        sandbox = replace(sandbox, begun=None)  # only a fork can take what this process has begun
    with _folder(sandbox, jobs) as folder:
        known = (sandbox, context.Value("i", 0), folder, os.getpid(), _cores(jobs))
        executor = ProcessPoolExecutor(jobs, context, worker.start, known)
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
def _folder(sandbox: Sandbox, jobs: int) -> Iterator[Path]:
    """Provide the folder of temporary files: that of the processes begun early, where they fit."""
    begun = sandbox.begun
    if begun is None or not begun.keep(
        [sandbox.how(number, begun.folder / str(number)) for number in range(jobs)]
    ):
        with run_folder() as folder:
            yield folder
        return
    try:
        yield begun.folder
    finally:
        begun.end()


def _cores(jobs: int) -> list[int]:
    """Return the cores that workers are bound to, one after the other; none where they are free.

    The processes of one submission wait for each other: on two cores, both stand idle in between.
    Only as many workers as fill all cores alike are bound, so that none has to wait for a core
    while another one is idle.
    """
    cores = sorted(os.sched_getaffinity(0))
    return cores if jobs % len(cores) == 0 else []
