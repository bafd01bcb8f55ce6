"""Local processes that grade, and the folder of their temporary files."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from pathlib import Path

import psutil

from autograder.engine import worker
from autograder.engine.sandbox import Sandbox
from autograder.threads import ONE_THREAD


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
    context = _context()
    with run_folder() as folder:
        executor = ProcessPoolExecutor(
            jobs, context, worker.start, (sandbox, context.Value("i", 0), folder, os.getpid())
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


def _context() -> BaseContext:
    """Return the way in which workers start.

    A process with one thread is simply forked, with all that it has loaded. With several threads
    (in Jupyter's server, say) that is not safe: fresh processes are started instead. (Not from a
    fork server: it would outlive a parent that is killed, and the workers with it.)
    """
    if len(os.listdir("/proc/self/task")) == 1:
        return multiprocessing.get_context("fork")
    os.environ.update(ONE_THREAD)  # read by the libraries that the new processes import
    return multiprocessing.get_context("spawn")


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
