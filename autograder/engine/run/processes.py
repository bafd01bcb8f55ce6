"""The two processes of one notebook: started, listened to, interrupted and ended."""

import time
from collections.abc import Callable, Iterator

from autograder.engine.checker.checker import CheckerShell
from autograder.engine.checker.process import CheckerProcess, lay_folder
from autograder.engine.protocol import frames
from autograder.engine.sandbox.slot import Slot
from autograder.engine.submission.assignment import Notebook
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.outcome import Outputs
from autograder.engine.submission.results import Ungradable

GRACE = 1.0
"""Seconds that an interrupted cell has to end."""

WATCH = 0.2
"""Seconds between two looks at the memory."""

MOST_STARTS = 25
TOO_LONG = "No reply from kernel before timeout"


class Stopped(Exception):
    """A cell took more than it may; the learner's process is gone."""


class StoppedForMemory(Stopped):
    """It was memory that it took."""


class Processes:
    """The learner's process of one notebook, and the checker's.

    Parameters
    ----------
    book : Notebook
        The instructor's own.
    slot : Slot
        Where the learner's cells run.
    shell : CheckerShell
        Of this process; the checker's process is forked with it.
    limits : Limits
        What the notebook may take.
    files : dict
        Path -> content, for the learner's working folder.
    own_files : dict
        Path -> content, for the checker's: the instructor's files alone.
    seed : int
        Of the random numbers on both sides.
    """

    def __init__(
        self,
        book: Notebook,
        slot: Slot,
        shell: CheckerShell,
        limits: Limits,
        files: dict[str, bytes],
        own_files: dict[str, bytes],
        seed: int,
    ) -> None:
        self.book = book
        self.slot = slot
        self.shell = shell
        self.limits = limits
        self.files = files
        self.own_files = own_files
        self.seed = seed
        self.until = time.monotonic() + limits.notebook_seconds
        self.starts = 0
        self.alive = False
        self.checker: CheckerProcess | None = None
        self.caught_up: set[str] = set()

    def _listen(self, inbox: frames.Inbox, final: str, outputs: Outputs) -> dict:
        """Collect outputs until the final word; watch the clock and the memory meanwhile.

        Raises
        ------
        Stopped
            If the cell took more memory than it may, or too long and did not end when it was
            interrupted.
        frames.Broken
            If the other side has ended.
        """
        until = min(time.monotonic() + self.limits.cell_seconds, self.until)
        look = time.monotonic() + WATCH
        interrupts = self._interrupts(inbox)
        interrupted = False
        while True:
            now = time.monotonic()
            if now >= look:
                self._check_memory()
                look = time.monotonic() + WATCH
            if now >= until:
                interrupt = next(interrupts, None)
                if interrupt is None:
                    raise Stopped("it did not end in time, and could not be interrupted")
                interrupt()
                interrupted, until = True, now + GRACE
            message = inbox.next(max(min(look, until) - now, 0.001))
            if message is None:
                continue
            if "out" in message:
                outputs.add(message["out"])
            elif final in message:
                if interrupted:
                    outputs.error("CellTimeoutError", TOO_LONG)
                    return {**message, "tested": False, "interrupted": True}
                return message

    def _check_memory(self) -> None:
        if self.alive and self.slot.memory() > self.limits.memory:
            most = f"{self.limits.memory / 2**20:.0f} MB"
            raise StoppedForMemory(f"it took more than {most} of memory")

    def _interrupts(self, inbox: frames.Inbox) -> Iterator[Callable[[], None]]:
        """Return the ways to stop a cell, the mildest first."""
        if self.alive:
            yield self.slot.interrupt
        if self.checker is not None and inbox is self.checker.inbox:
            yield self.checker.interrupt

    def _start_learner(self) -> None:
        if self.starts >= MOST_STARTS:
            raise Ungradable(f"The notebook's process ended {MOST_STARTS} times.")
        self.starts += 1
        self.channel = self.slot.learner(self.limits, self.seed, self.files)
        self.inbox = frames.Inbox(self.channel)
        self.alive = True
        try:
            self._connect()
        except (frames.Broken, Stopped):
            self._end_checker()

    def _end_learner(self) -> None:
        if self.alive:
            self.alive = False
            self.slot.end()
            self.channel.close()

    def _start_checker(self) -> None:
        folder = lay_folder(self.slot.shared, self.own_files)
        self.caught_up.clear()
        self.checker = CheckerProcess(self.shell, self.book, str(folder), self.seed)
        self._connect()

    def _connect(self) -> None:
        if self.checker is not None:
            self.checker.connect(self.channel)
            self._listen(self.checker.inbox, "connected", Outputs(0, 0))

    def _end_checker(self) -> None:
        if self.checker is not None:
            self.checker.end()
            self.checker = None
