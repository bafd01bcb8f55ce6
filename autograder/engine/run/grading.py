"""One notebook, from its first cell to its last: learner's cells inside, test cells outside."""

import secrets
import time
from contextlib import suppress

from nbformat import NotebookNode

from autograder.engine.checker.checker import CheckerShell
from autograder.engine.protocol import frames, names
from autograder.engine.run.processes import Processes, Stopped, StoppedForMemory
from autograder.engine.sandbox.slot import Slot
from autograder.engine.submission.assignment import Cell, Notebook
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.outcome import Outputs
from autograder.engine.submission.results import ExecutedNotebook, Ungradable
from autograder.engine.submission.scoring import score
from autograder.engine.submission.withheld import judge

CHECKER_KILLED = (
    "The process that ran a test was killed: is there enough memory on the machine that grades?"
)


class NotebookRun(Processes):
    """Runs one notebook.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Rebuilt from the submission; receives the outputs.
    book, slot, shell, limits, files, own_files, seed
        As of `Processes`.
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
        super().__init__(book, slot, shell, limits, files, own_files, seed)
        self.notebook = notebook
        self.result = ExecutedNotebook(book.name, notebook, {})
        self.done: list[tuple[str, int]] = []
        self.room = limits.notebook_output
        self.displays: dict[str, list[dict]] = {}
        self.shown: list[tuple[NotebookNode, Outputs]] = []

    def run(self) -> ExecutedNotebook:
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
        elif known is not None and known.is_test:
            ending = self._inside_test(known, count, outputs)
        else:
            self._learner_cell(cell.source, count, outputs)
            ending = {}
        freed = self._free(held)
        self.shown.append((cell, outputs))
        self.room -= outputs.size
        if known is not None and known.is_test:
            verdict, flags = score(known, ending, outputs)
            verdict.seconds = round(time.monotonic() - began, 4)
            self.result.tests[known.name] = verdict
            flags += judge(verdict, self.book.exercise(known), held, freed)
            self.result.flags += [flag for flag in flags if flag not in self.result.flags]

    # The learner's cells

    def _learner_cell(
        self, source: str, count: int, outputs: Outputs, final: str = "ran", **more: str
    ) -> dict:
        """Run a cell in the sandbox; what it says at its end, which is nothing where it has none.

        ``final`` is the word that the end begins with; ``more`` goes with the cell.
        """
        try:
            frames.send(self.channel, {"do": "run", "source": source, "count": count, **more})
            told = self._listen(self.inbox, final, outputs)
        except (frames.Broken, Stopped) as error:
            self._lost(outputs, str(error))
            return {}
        except ValueError as error:
            outputs.error("CellTooLarge", str(error))
            return {}
        self.done.append((source, count))
        return told

    def _inside_test(self, known: Cell, count: int, outputs: Outputs) -> dict:
        """Run a test in the learner's process, where its effects stay as in Jupyter.

        How it ended is read from its outputs, as nbgrader does, and from a word that only its last
        step gives.
        """
        word = secrets.token_hex(16)
        told = self._learner_cell(known.source, count, outputs, "judged", word=word)
        given = told.get("judged")
        passed = isinstance(given, str) and secrets.compare_digest(given.encode(), word.encode())
        if not passed or told.get("interrupted") or outputs.has_error():
            return {"tested": False}
        return {"tested": True, **outputs.ending()}

    def _lost(self, outputs: Outputs, why: str) -> None:
        """The learner's process has ended; the cells after this one get another."""
        outputs.error("DeadKernelError", f"The process of this notebook ended here ({why}).")
        self._end_learner()

    # The tests

    def _test(self, known: Cell, count: int, outputs: Outputs) -> dict:
        """Have the checker run a test; how it ended."""
        if not self.alive:  # it has ended once more while it was brought to where the last one was
            self._lost(outputs, "it ended, and again when the cells before this one ran anew")
            return {"tested": False}
        try:
            if self.checker is None:
                self._start_checker()
            self._catch_up(known, count)
            told = self._checked(known.source, count, outputs)
            if told.get("gone") or told.get("interrupted"):
                # Interrupted in the middle of a message, the two would not understand each other.
                self._end_learner()
            return told
        except StoppedForMemory as error:
            self._lost(outputs, str(error))
        except Stopped as error:
            outputs.error("CellTimeoutError", str(error))
        except frames.Broken:
            self._look_for_kill()
            outputs.error("DeadCheckerError", "The process that ran this test ended.")
        self._end_checker()
        self._end_learner()
        return {"tested": False}

    def _look_for_kill(self) -> None:
        """See that it was not for want of memory that the checker has ended.

        Raises
        ------
        Ungradable
            If it was: that is not the submission's fault.
        """
        if self.checker is not None and self.checker.was_killed():
            raise Ungradable(CHECKER_KILLED)

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
                self._look_for_kill()
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

    # Another process in the place of one that has ended

    def _revive(self) -> None:
        """Start another process for the learner, and bring it to where the last one was."""
        self._start_learner()
        cells, self.done = self.done, []
        for source, count in cells:
            if self.alive:
                self._learner_cell(source, count, Outputs(0, count))
