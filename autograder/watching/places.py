"""Warm processes, each with a slot of its own: they grade, and they make pages.

Unlike the pool of `autograder grade`, one that dies takes nothing with it but its own submission,
and another takes its place while the others go on. The process that starts them has one thread, so
that it can fork at any time.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from autograder.engine.run.dispatch import this_machines
from autograder.engine.run.pool import run_folder
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.problems import CannotStart
from autograder.threads import process_context

READY, CANNOT, DONE = "ready", "cannot", "done"
AGAIN = 1.0
"""Seconds before a process that could not start is started again."""


class Died(Exception):
    """The process ended before its work was done."""


class Place:
    """One process and what it is doing.

    Parameters
    ----------
    number : int
        Different for all places.
    sandbox : Sandbox
        How it runs learners' code.
    folder : pathlib.Path
        For temporary files.

    Attributes
    ----------
    tasks : tuple of bool
        What it does for submissions: True for grading, False for making pages.
    """

    tasks: tuple[bool, ...] = (True, False)

    def __init__(self, number: int, sandbox: Sandbox, folder: Path) -> None:
        self.number = number
        self.name = f"place {number}"
        self.sandbox = sandbox
        self.ready = False
        self.work: Any = None  # whatever the loop wants to remember of what was begun
        self.refused = ""
        self._root = folder
        self._folder: Path | None = None
        self._began = 0.0
        self._process: Any = None
        self._value: Any = None
        self.connection: Connection | None = None

    def start(self) -> None:
        """Start the process; it says later that it is ready."""
        self.stop()
        self._folder = Path(tempfile.mkdtemp(dir=self._root))
        self._folder.chmod(0o755)
        context = process_context()
        self.connection, theirs = context.Pipe()
        # Held here: where a process is started afresh, it opens this by its name, a moment later.
        self._value = context.Value("i", self.number)
        prepare = _preparation(self.sandbox, self._value, self._folder)
        self._process = context.Process(target=_serve, args=(theirs, *prepare), daemon=True)
        self._process.start()
        self._began = time.monotonic()
        theirs.close()

    def begin(self, work: Any, function: Callable, *arguments: Any) -> None:
        """Have a function called in the process; `work` is kept here until it is done."""
        self._hand_over(work, (function, arguments))

    def grade(self, work: Any) -> None:
        """Have the submission of a `Work` graded in the process."""
        unit = work.unit
        self.begin(work, this_machines().grade, work.job, unit.assignment, unit.limits)

    def _hand_over(self, work: Any, what: tuple) -> None:
        assert self.connection is not None
        self.work = work
        with suppress(OSError):  # it has died: `result` will say so
            self.connection.send(what)

    def result(self) -> Any:
        """Return what the process has made, or None as long as there is nothing.

        Raises
        ------
        Died
            If it ended before it was done.
        """
        if self.connection is None:
            if time.monotonic() - self._began > AGAIN:
                self.start()
            return None
        try:
            if not self.connection.poll():
                if self._process.is_alive() or self.connection.poll():
                    return None
                raise EOFError
            what, value = self.connection.recv()
        except Exception:  # half a message, or the end
            self.stop()
            raise Died from None
        if what == DONE:
            return value
        self.ready = what == READY
        self.refused = value or ""
        return None

    def stop(self) -> None:
        """End the process, and with it everything that it has started."""
        self.ready = False
        if self.connection is not None:
            self.connection.close()
            self.connection = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


@contextmanager
def open_places(count: int, sandbox: Sandbox) -> Iterator[list[Place]]:
    """Provide places that have been started; end them all afterwards.

    Parameters
    ----------
    count : int
        How many.
    sandbox : Sandbox
        With what every unit needs.

    Raises
    ------
    CannotStart
        If there is no sandbox on this machine.
    """
    with run_folder() as folder:
        places = [Place(number, sandbox, folder) for number in range(count)]
        try:
            for place in places:
                place.start()
            for place in places:
                await_ready(place)
            yield places
        finally:
            for place in places:
                place.stop()


def pause(places: list[Place], seconds: float) -> None:
    """Wait until a place has something to say, but not longer than so many seconds."""
    wait([place.connection for place in places if place.connection is not None], seconds)


def await_ready(place: Place) -> None:
    """Wait until a place that was started is ready.

    Raises
    ------
    CannotStart
        If it cannot be.
    """
    while not place.ready:
        pause([place], 1.0)
        try:
            place.result()
        except Died:
            raise CannotStart(
                "A process that grades died at its start: is there enough memory on this machine?"
            ) from None
        if place.refused:
            raise CannotStart(place.refused)


def _preparation(sandbox: Sandbox, number: Any, folder: Path) -> tuple[Callable | None, tuple]:
    if sys.platform != "linux":  # nbgrader's own kernels, one after the other
        return None, ()
    from autograder.engine.run import worker

    return worker.start, (sandbox, number, folder, os.getpid())


def _serve(connection: Connection, prepare: Callable | None, arguments: tuple) -> None:
    """Be a place: do one thing after the other."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that gives orders decides
    try:
        if prepare is not None:
            prepare(*arguments)
    except CannotStart as reason:
        connection.send((CANNOT, reason.message))
        return
    connection.send((READY, ""))
    with suppress(EOFError):
        while True:
            function, values = connection.recv()
            connection.send((DONE, function(*values)))
