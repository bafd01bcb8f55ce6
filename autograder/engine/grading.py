"""One notebook, from its first cell to its last: learner's cells inside, test cells outside."""

import time

from nbformat import NotebookNode
from nbgrader.utils import get_partial_grade

from autograder.engine import frames, names
from autograder.engine.assignment import Cell, Notebook
from autograder.engine.checker import CheckerShell
from autograder.engine.checker_process import CheckerProcess
from autograder.engine.limits import Limits
from autograder.engine.outcome import Outputs
from autograder.engine.results import Flag, NotebookResult, Ungradable, Verdict
from autograder.engine.slot import Slot

GRACE = 2.0
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
        self.done: list[tuple[str, int]] = []
        self.room = limits.notebook_output

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
        if not self.alive:
            self._revive()
        known = self._known(cell)
        outputs = Outputs(min(self.limits.output, self.room), count)
        began = time.monotonic()
        if known is not None and known.is_test and not known.is_inside:
            verdict = self._test(known, count, outputs)
            self._hand_over(known, place)
        else:
            ran = self._learner_cell(cell.source, count, outputs)
            verdict = self._inside(known, ran, outputs) if known and known.is_test else None
            if known is not None and known.locked and not known.is_test and self.alive:
                # The instructor's own code: the checker needs what it defines.
                self._check("locked", cell.source, count, Outputs(0, count))
        cell.outputs = outputs.notebook_outputs()
        self.room -= outputs.size
        if verdict is not None and known is not None:
            verdict.seconds = round(time.monotonic() - began, 4)
            self.result.tests[known.name] = verdict

    def _known(self, cell: NotebookNode) -> Cell | None:
        grading = cell.metadata.get("nbgrader")
        return self.book.cell(grading["grade_id"]) if grading else None

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

    def _inside(self, known: Cell, ran: bool, outputs: Outputs) -> Verdict:
        """Score a test that ran in the learner's process: by its outputs, as nbgrader does."""
        passed = ran and not outputs.has_error()
        number = outputs.result_number() if passed else None
        return self._verdict(known, passed, number, outputs, "inside")

    # The tests

    def _test(self, known: Cell, count: int, outputs: Outputs) -> Verdict:
        told = self._check("test", known.source, count, outputs)
        if told.get("gone"):
            self._end_learner()
        return self._verdict(known, told.get("tested") is True, told.get("value"), outputs)

    def _check(self, what: str, source: str, count: int, outputs: Outputs) -> dict:
        """Have the checker run a cell; what it says at the end."""
        if self.checker is None:
            self._start_checker()
        assert self.checker is not None
        self.checker.ask({"do": what, "source": source, "count": count})
        try:
            return self._listen(self.checker.inbox, "tested", outputs)
        except Stopped as error:
            outputs.error("CellTimeoutError", str(error))
        except frames.Broken:
            outputs.error("DeadCheckerError", "The process that ran this test ended.")
        self._end_checker()
        self._end_learner()
        return {"tested": False}

    def _verdict(
        self,
        known: Cell,
        passed: bool,
        number: float | None,
        outputs: Outputs,
        checks: str = "outside",
    ) -> Verdict:
        most = known.points or 0.0
        points = most if passed else 0.0
        message = "" if passed else outputs.message()
        if passed and number is not None:
            points, message = self._partial(known, number, most)
        return Verdict(points, most, passed, message, 0.0, checks)

    def _partial(self, known: Cell, number: float, most: float) -> tuple[float, str]:
        """Return the points that a test's last line gave, as nbgrader reads such a number."""
        try:
            if number != number or number < 0:
                raise ValueError(number)
            return get_partial_grade({"data": {"text/plain": repr(number)}}, most), ""
        except ValueError:
            text = (
                f"The test {known.name} ended with {number:g}, and can give 0 to {most:g} points."
            )
            self.result.flags.append(Flag("points", known.name, text))
            return 0.0, text

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
            if cell.cell_type == "code" and not self._runs_outside(cell)
            for name in names.used_in(cell.source)
        }

    def _runs_outside(self, cell: NotebookNode) -> bool:
        known = self._known(cell)
        return known is not None and known.is_test and not known.is_inside

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
        interrupted = False
        while True:
            message = inbox.next(min(WATCH, max(until - time.monotonic(), 0.001)))
            if message is None:
                if self.alive and self.slot.memory() > self.limits.memory:
                    raise Stopped(
                        f"it took more than {self.limits.memory / 2**20:.0f} MB of memory"
                    )
                if time.monotonic() < until:
                    continue
                if interrupted:
                    raise Stopped("it did not end in time, and could not be interrupted")
                self._interrupt()
                interrupted, until = True, time.monotonic() + GRACE
            elif "out" in message:
                outputs.add(message["out"])
            elif final in message:
                if interrupted:
                    outputs.error("CellTimeoutError", TOO_LONG)
                    message = {**message, "tested": False}
                return message

    def _interrupt(self) -> None:
        if self.alive:
            self.slot.interrupt()
        if self.checker is not None:
            self.checker.interrupt()

    # Processes

    def _start_learner(self) -> None:
        if self.starts >= MOST_STARTS:
            raise Ungradable(f"The notebook's process ended {MOST_STARTS} times.")
        self.starts += 1
        self.channel = self.slot.learner(self.limits, self.seed, self.files)
        self.inbox = frames.Inbox(self.channel)
        self.alive = True
        self._connect()

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
