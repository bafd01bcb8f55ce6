"""The process beside a Dask worker in which submissions run: the worker has threads, this has one.

What comes in is pickled by the process that saves, and by nobody else; what goes out is JSON.
"""

# ruff: isort: off
import autograder.lean
import autograder.threads

# ruff: isort: on
import multiprocessing
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from filelock import FileLock, Timeout

from autograder.cluster.parcels import unpack
from autograder.cluster.told import encode
from autograder.engine.run import worker
from autograder.engine.run.grading import CHECKER_KILLED
from autograder.engine.run.pool import remove_run_folder, run_folder
from autograder.engine.sandbox import isolation
from autograder.engine.sandbox.sandbox import NoSandbox, Sandbox
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart

OK = b""
FIRST_SLOT = 100
"""Numbers of slots begin here, so that they are not those of an `autograder grade` beside it."""

SLOTS = 400


@dataclass(frozen=True)
class Unit:
    """The prepared unit, as it travels.

    Parameters
    ----------
    assignment : Assignment
        The unit, with its tests in their places.
    limits : Limits
        What a notebook may take.
    sandbox : Sandbox
        What learners' code needs; the walls are each machine's own.
    """

    assignment: Assignment
    limits: Limits
    sandbox: Sandbox


class Died(Exception):
    """The process ended before its work was done."""


class Refused(Exception):
    """The process cannot grade on this machine; the message says why."""


class Place:
    """The process, as the Dask worker sees it.

    Parameters
    ----------
    unit : bytes
        The prepared unit.

    Raises
    ------
    Died, Refused
        If it does not come up.
    """

    def __init__(self, unit: bytes) -> None:
        self._connection, theirs = multiprocessing.Pipe()
        # Not by multiprocessing: a Dask worker may be a process that must have no children of it.
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, str(theirs.fileno()), str(os.getpid())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={**os.environ, **autograder.threads.ONE_THREAD},
        )
        theirs.close()
        refused = self._ask(unit)
        if refused:
            self.stop()
            raise Refused(refused.decode())

    def grade(self, job: bytes) -> bytes:
        """Grade a submission; return its result.

        Raises
        ------
        Died
            If the process ended meanwhile.
        """
        return self._ask(job)

    def _ask(self, order: bytes) -> bytes:
        try:
            self._connection.send_bytes(order)
            return self._connection.recv_bytes()
        except (OSError, EOFError):
            self.stop()
            raise Died("The process that grades ended.") from None

    def stop(self) -> None:
        """End the process, and with it everything that it has started."""
        self._connection.close()
        self.process.kill()
        self.process.wait()
        remove_run_folder(self.process.pid)


def _start(unit: Unit, folder: Path, parent: int, lock: int) -> None:
    wanted = unit.sandbox
    made = Sandbox.prepared(wanted.packages, wanted.imports, wanted.hidden, wanted.codecs)
    sandbox = replace(made, withheld=wanted.withheld)
    cores = sorted(os.sched_getaffinity(0))
    # As on one machine: the processes of one submission wait for each other on one core.
    cores = cores if lock < len(cores) else []
    number = multiprocessing.Value("i", FIRST_SLOT + lock)
    worker.start(sandbox, number, folder, parent, cores)


def _graded(order: bytes, unit: Unit, folder: Path) -> bytes:
    job, entries = pickle.loads(order)
    submission = folder / "submission"
    submission.mkdir(mode=0o700)
    try:
        unpack(entries, submission)
        job = replace(job, folder=submission)
        result = worker.grade(job, unit.assignment, unit.limits)
        if result.problem == CHECKER_KILLED:
            raise SystemExit(CHECKER_KILLED)  # as if this process had been the one: tried elsewhere
        return encode(result, unit.assignment)
    finally:
        shutil.rmtree(submission)


@contextmanager
def _slot() -> Iterator[int]:
    """Hold a number that no other of these processes has on this machine."""
    for number in range(SLOTS):
        lock = FileLock(Path(tempfile.gettempdir(), f"autograder-slot-{number}.lock"))
        try:
            lock.acquire(blocking=False)
        except (Timeout, OSError):  # taken, by this user or by another one
            continue
        with lock:
            yield number
        return
    raise SystemExit(f"There are {SLOTS} of these processes on this machine already.")


def main(descriptor: int, parent: int) -> None:
    """Be the process: grade one submission after the other until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    isolation.die_with_parent(parent)
    with Connection(descriptor) as connection, _slot() as lock, run_folder() as folder:
        unit = pickle.loads(connection.recv_bytes())
        try:
            _start(unit, folder, parent, lock)
        except CannotStart as reason:
            # On a cluster nobody grades without a sandbox: it is not to be advised.
            told = reason.cause if isinstance(reason, NoSandbox) else reason.message
            connection.send_bytes(told.encode())
            return
        connection.send_bytes(OK)
        with suppress(EOFError, OSError):
            while True:
                connection.send_bytes(_graded(connection.recv_bytes(), unit, folder))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
