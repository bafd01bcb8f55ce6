"""Local processes that grade, and the folder of their temporary files."""

import multiprocessing
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from autograder.engine.run import worker
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.files import is_gone, number_space
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
    with run_folder() as folder:
        known = (sandbox, context.Value("i", 0), folder, os.getpid(), _cores(jobs))
        executor = ProcessPoolExecutor(jobs, context, worker.start, known)
        try:
            with _interrupts_held():
                executor.submit(os.getpid)  # starts them
            yield executor
            executor.shutdown()
        finally:
            # After an interrupt or an error, nobody waits for what is still running.
            executor.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
                process.join()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold back Ctrl-C: a process started meanwhile hears of it when it is ready to ignore it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cores(jobs: int) -> list[int]:
    """Return the cores that workers are bound to, one after the other; none where they are free.

    The processes of one submission wait for each other: on two cores, both stand idle in between.
    Only as many workers as fill all cores alike are bound, so that none has to wait for a core
    while another one is idle.
    """
    cores = sorted(os.sched_getaffinity(0))
    return cores if jobs % len(cores) == 0 else []


@contextmanager
def run_folder() -> Iterator[Path]:
    """Provide a temporary folder; remove those of runs that were killed."""
    prefix = _prefix()
    for old in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        number = old.name[len(prefix) :].partition("-")[0]
        if is_gone(number):
            shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_run_folder(number: int) -> None:
    """Remove the temporary folder of a process that somebody has killed, by its number."""
    for left in Path(tempfile.gettempdir()).glob(f"{_prefix()}{number}-*"):
        shutil.rmtree(left, ignore_errors=True)


def _prefix() -> str:
    """Begin the names of the folders of runs whose processes are numbered as here."""
    return f"autograder-run-{number_space()}-"
