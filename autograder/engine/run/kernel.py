"""Grading without a sandbox and without fork: nbgrader's own kernel, where there is nothing better.

Windows and macOS have no sandbox of this kind. There a submission runs with the rights of whoever
grades it, tests and answers share one process, and every result says "not isolated".
"""

import json
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade, has_failed

from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.assignment import Assignment, Notebook
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.outcome import Outputs
from autograder.engine.submission.results import (
    ExecutedNotebook,
    SubmissionResult,
    Ungradable,
    Verdict,
)
from autograder.engine.submission.submission import grade_submission
from autograder.engine.submission.withheld import judge


@contextmanager
def kernel_processes(sandbox: Sandbox, jobs: int) -> Iterator[Executor]:
    """Provide processes that each start one kernel after the other."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as executor:
        yield executor


def grade(job: Job, assignment: Assignment, limits: Limits) -> SubmissionResult:
    """Grade one submission with nbgrader's own way of running it."""

    def run(notebook: NotebookNode, book: Notebook, files: dict[str, bytes]) -> ExecutedNotebook:
        return run_in_kernel(notebook, book, files, limits)

    return grade_submission(job, assignment, limits, False, run)


def run_in_kernel(
    notebook: NotebookNode, book: Notebook, files: dict[str, bytes], limits: Limits
) -> ExecutedNotebook:
    """Run a rebuilt notebook in a kernel, and score its tests by their outputs.

    Raises
    ------
    Ungradable
        If the kernel dies, or does not let itself be stopped.
    """
    execute = _Execute(book, timeout=int(limits.cell_seconds))
    execute.extra_arguments = ["--log-level=ERROR", "--HistoryManager.hist_file=:memory:"]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, content in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        try:
            notebook, _ = execute.preprocess(notebook, {"metadata": {"path": folder}})
        except Exception as error:  # kernels die in many ways
            raise Ungradable(f"The notebook could not be run ({error}).") from None
        told = execute.told()
    result = ExecutedNotebook(book.name, notebook, {})
    seconds = round(time.monotonic() - began, 4)
    for cell in notebook.cells:
        grading = cell.metadata.get("nbgrader", {})
        known = book.cell(grading["grade_id"]) if grading else None
        if known is not None and known.is_test:
            verdict = result.tests[known.name] = _verdict(cell, seconds)
            held = book.withheld_from(known, inside=True)
            flags = judge(verdict, book.exercise(known), held, told.get(known.name, {}))
            result.flags += [flag for flag in flags if flag not in result.flags]
    return result


class _Execute(Execute):
    """nbgrader's own execution, with finished copies withheld while their exercise's tests run.

    Parameters
    ----------
    book : Notebook
        The instructor's own.
    """

    def __init__(self, book: Notebook, **settings: Any) -> None:
        super().__init__(**settings)
        self._book = book
        self._told = Path()
        self.on_cell_execute, self.on_cell_complete = self._hold, self._free

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Run the notebook in a kernel."""
        self._told = Path(resources["metadata"]["path"], ".withheld")
        return super().preprocess(nb, resources)

    def told(self) -> dict[str, dict]:
        """Return what the kernel says of finished copies that were called: test -> that."""
        try:
            lines = self._told.read_text(encoding="utf-8").splitlines()
            return {test: told for test, told in map(json.loads, lines) if isinstance(told, dict)}
        except (OSError, ValueError, TypeError):  # nothing was withheld, or somebody wrote into it
            return {}

    def _hold(self, cell: NotebookNode, **_: Any) -> None:
        if held := self._held(cell):
            self._have_done(f"hold({list(held)!r})")

    def _free(self, cell: NotebookNode, **_: Any) -> None:
        # When the cell has been sent, and not when it has ended: the kernel takes one at a time.
        if self._held(cell):
            name = cell.metadata["nbgrader"]["grade_id"]
            self._have_done(f"free_and_tell({name!r}, {str(self._told)!r})")

    def _held(self, cell: NotebookNode) -> tuple[str, ...]:
        known = self._book.known(cell)
        is_test = known is not None and known.is_test
        return self._book.withheld_from(known, inside=True) if is_test else ()

    def _have_done(self, call: str) -> None:
        place = "autograder.engine.learner.withheld"
        self.kc.execute(f"__import__({place!r}, fromlist=['hold']).{call}", silent=True)


def _verdict(cell: NotebookNode, seconds: float) -> Verdict:
    if cell.execution_count is None:
        # A cell that never ran has proved nothing.
        return Verdict(
            0.0, cell.metadata.nbgrader["points"], False, "It did not run.", 0.0, "inside"
        )
    points, most = determine_grade(cell)
    outputs = Outputs(2**30, cell.execution_count)
    for output in cell.outputs:
        outputs.add(output)
    passed = not has_failed(cell)
    return Verdict(points, most, passed, "" if passed else outputs.message(), seconds, "inside")
