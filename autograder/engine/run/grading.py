"""One notebook, from its first cell to its last: learner's cells inside, test cells outside."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from nbformat import NotebookNode

from autograder.engine.checker.checker import CheckerShell
from autograder.engine.checker.process import CheckerProcess
from autograder.engine.protocol import frames, names
from autograder.engine.sandbox.slot import Slot
from autograder.engine.submission.assignment import Cell, Notebook
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.outcome import Outputs
from autograder.engine.submission.results import NotebookResult, Ungradable
from autograder.engine.submission.scoring import score
from autograder.engine.submission.withheld import judge

GRACE = 1.0
"""Seconds that an interrupted cell has to end."""

WATCH = 0.2
"""Seconds between two looks at the memory."""

MOST_STARTS = 25
TOO_LONG = "No reply from kernel before timeout"


class Stopped(Exception):
    """A cell took more than it may; the learner's process is gone."""


class NotebookRun:
    """Runs one notebook.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Rebuilt from the submission; receives the outputs.
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
        notebook: NotebookNode,
        book: Notebook,
        slot: Slot,
        shell: CheckerShell,
        limits: Limits,
        files: dict[str, bytes],
        own_files: dict[str, bytes],
        seed: int,
    ) -> None:
        self.notebook = notebook
        self.book = book
        self.slot = slot
        self.shell = shell
        self.limits = limits
        self.files = files
        self.own_files = own_files
        self.seed = seed
        self.until = time.monotonic() + limits.notebook_seconds
        self.result = NotebookResult(book.name, notebook, {})
        self.starts = 0
        self.alive = False
        self.checker: CheckerProcess | None = None
        self.caught_up: set[str] = set()
        self.done: list[tuple[str, int]] = []
        self.room = limits.notebook_output
        self.displays: dict[str, list[dict]] = {}
        self.shown: list[tuple[NotebookNode, Outputs]] = []

    def run(self) -> NotebookResult:
        """Run every cell, in order.

        Raises
        ------
        Ungradable
            If the notebook as a whole takes more than it may.
        """
        try:
            self._start_learner()
            count = 0
            for place, cell in enumerate(self.notebook.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                count += 1
                cell.execution_count = count
                self._cell(cell, place, count)
            # Only now: a cell may still change what an earlier one displays.
            for cell, outputs in self.shown:
                cell.outputs = outputs.notebook_outputs()
            return self.result
        finally:
            self._end_checker()
            self.slot.end()
            self.slot.empty_shared()

    def _cell(self, cell: NotebookNode, place: int, count: int) -> None:
        if time.monotonic() > self.until:
            raise Ungradable(
                f"The notebook ran longer than {self.limits.notebook_seconds:g} seconds."
            )
        known = self.book.known(cell)
        outputs = Outputs(min(self.limits.output, self.room), count, self.displays)
        began = time.monotonic()
        if not self.alive:
            self._revive()
        held = self._hold(known)
        if known is not None and known.is_test and not known.is_inside:
            ending = self._test(known, count, outputs)
            self._hand_over(known, place)
        else:
            ran = self._learner_cell(cell.source, count, outputs)
            # A test that ran in the learner's process is read from its outputs, as nbgrader does.
            passed = ran and not outputs.has_error()
            ending = {"tested": passed, "value": outputs.result_number() if passed else None}
        freed = self._free(held)
        self.shown.append((cell, outputs))
        self.room -= outputs.size
        if known is not None and known.is_test:
            verdict, flags = score(known, ending, outputs)
            verdict.seconds = round(time.monotonic() - began, 4)
            self.result.tests[known.name] = verdict
            self.result.flags += flags
            self.result.flags += judge(verdict, self.book.exercise(known), held, freed)

    # The learner's cells

    def _learner_cell(self, source: str, count: int, outputs: Outputs) -> bool:
        """Run a cell in the sandbox; whether it says that it ran to its end."""
        try:
            frames.send(self.channel, {"do": "run", "source": source, "count": count})
            ran = self._listen(self.inbox, "ran", outputs)
        except (frames.Broken, Stopped) as error:
            self._lost(outputs, str(error))
            return False
        except ValueError as error:
            outputs.error("CellTooLarge", str(error))
            return False
        self.done.append((source, count))
        return ran.get("ran") is True

    def _lost(self, outputs: Outputs, why: str) -> None:
        """The learner's process has ended; the cells after this one get another."""
        outputs.error("DeadKernelError", f"The process of this notebook ended here ({why}).")
        self._end_learner()

    # The tests

    def _test(self, known: Cell, count: int, outputs: Outputs) -> dict:
        """Have the checker run a test; how it ended."""
        try:
            if self.checker is None:
                self._start_checker()
            self._catch_up(known, count)
            told = self._checked(known.source, count, outputs)
            if told.get("gone") or told.get("interrupted"):
                # Interrupted in the middle of a message, the two would not understand each other.
                self._end_learner()
            return told
        except Stopped as error:
            outputs.error("CellTimeoutError", str(error))
        except frames.Broken:
            outputs.error("DeadCheckerError", "The process that ran this test ended.")
        self._end_checker()
        self._end_learner()
        return {"tested": False}

    def _catch_up(self, test: Cell, count: int) -> None:
        """Have the checker run the locked cells before a test, in the instructor's order."""
        for cell in self.book.cells[: self.book.cells.index(test)]:
            is_code = cell.is_fixed and not cell.is_test and cell.cell_type == "code"
            if is_code and cell.name not in self.caught_up:
                self.caught_up.add(cell.name)
                self._checked(cell.source, count, Outputs(0, count))

    def _checked(self, source: str, count: int, outputs: Outputs) -> dict:
        assert self.checker is not None
        self.checker.ask({"do": "run", "source": source, "count": count})
        return self._listen(self.checker.inbox, "tested", outputs)

    def _hand_over(self, known: Cell, place: int) -> None:
        """Give the learner's next cells what the visible part of a test has stored.

        In Jupyter both share one namespace. What only the hidden part stores stays here.
        """
        left = names.left_by(known.source, known.released)
        wanted = sorted(left & self._used_after(place)) if left else []
        if wanted and self.alive and self.checker is not None:
            self.checker.ask({"do": "put", "names": wanted})
            try:
                self._listen(self.checker.inbox, "put", Outputs(0, 0))
            except (Stopped, frames.Broken):
                self._end_checker()
                self._end_learner()

    def _used_after(self, place: int) -> set[str]:
        """Return the names that the learner's cells after a place use."""
        return {
            name
            for cell in self.notebook.cells[place + 1 :]
            if cell.cell_type == "code" and not self.book.is_outside(cell)
            for name in names.words_in(cell.source)
        }

    # Finished copies

    def _hold(self, known: Cell | None) -> tuple[str, ...]:
        """Let the finished copies of a test's exercise refuse; return their names."""
        if known is None or not known.is_test or not self.alive:
            return ()
        names_held = self.book.withheld_from(known, known.is_inside)
        if names_held:
            with suppress(frames.Broken):  # who runs the test will see it
                frames.send(self.channel, {"do": "withhold", "names": list(names_held)})
        return names_held

    def _free(self, held: tuple[str, ...]) -> dict:
        """Give them back; return what the learner's process tells of their use."""
        if not held or not self.alive:
            return {}
        try:
            frames.send(self.channel, {"do": "free"})
            told = self._listen(self.inbox, "freed", Outputs(0, 0))["freed"]
        except (Stopped, frames.Broken):
            self._end_learner()
            return {}
        return told if isinstance(told, dict) else {}

    # Waiting

    def _listen(self, inbox: frames.Inbox, final: str, outputs: Outputs) -> dict:
        """Collect outputs until the final word; watch the clock and the memory meanwhile.

        Raises
        ------
        Stopped
            If the cell took more than it may, and did not end when it was interrupted.
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
            raise Stopped(f"it took more than {self.limits.memory / 2**20:.0f} MB of memory")

    def _interrupts(self, inbox: frames.Inbox) -> Iterator[Callable[[], None]]:
        """Return the ways to stop a cell, the mildest first."""
        if self.alive:
            yield self.slot.interrupt
        if self.checker is not None and inbox is self.checker.inbox:
            yield self.checker.interrupt

    # Processes

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

    def _revive(self) -> None:
        """Start another process for the learner, and bring it to where the last one was."""
        self._start_learner()
        cells, self.done = self.done, []
        for source, count in cells:
            if self.alive:
                self._learner_cell(source, count, Outputs(0, count))

    def _start_checker(self) -> None:
        folder = self.slot.checker_folder(self.own_files)
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
