"""One of the processes that grade: it has a slot of its own, and takes one submission at a time."""

import gc
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

import numpy as np
from nbformat import NotebookNode

from autograder.engine.checker.checker import CheckerShell
from autograder.engine.protocol import own_codecs
from autograder.engine.protocol.shell import make_shell
from autograder.engine.run.grading import NotebookRun
from autograder.engine.sandbox import isolation
from autograder.engine.sandbox.huge_pages import use_huge_pages
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.sandbox.slot import Slot
from autograder.engine.submission.assignment import Assignment, Notebook
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import ExecutedNotebook, SubmissionResult
from autograder.engine.submission.sanitize import rebuild
from autograder.engine.submission.submission import grade_submission
from autograder.problems import CannotStart


@dataclass(frozen=True)
class Tried:
    """What a test gave in a trial: points, and what it said; ``late`` if a cell took too long."""

    points: float
    message: str
    late: bool


_shell: CheckerShell | None = None
_slot: Slot | None = None


def start(
    sandbox: Sandbox, next_number: Any, folder: Path, parent: int, cores: Sequence[int] = ()
) -> None:
    """Prepare this process: it is one of several, and keeps what it loads for all submissions.

    Parameters
    ----------
    sandbox : Sandbox
        How to run learners' code.
    next_number : multiprocessing.Value
        Gives each process a number of its own.
    folder : pathlib.Path
        For temporary files.
    parent : int
        The process that started this one: they end together.
    cores : sequence of int
        It and all that it starts run on one of these; anywhere if there are none.
    """
    global _shell, _slot
    isolation.die_with_parent(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # held back until here
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    os.environ["COLUMNS"] = "80"
    with next_number.get_lock():
        number = next_number.value
        next_number.value += 1
    if cores:
        os.sched_setaffinity(0, {cores[number % len(cores)]})
    _slot = Slot(sandbox, number, folder)
    Finalize(None, _slot.close, exitpriority=10)
    for statement in sandbox.imports:
        try:
            exec(statement, {})  # of the course's own notebook
        except (Exception, SystemExit):  # the test that needs it will say so
            continue
    own_codecs.load(sandbox.codecs)
    np.random.seed()  # NumPy loads this part of it late
    shell = make_shell(CheckerShell)
    assert isinstance(shell, CheckerShell)
    _shell = shell
    gc.freeze()  # the checkers, which are forked from here, share these pages untouched
    use_huge_pages()


def grade(job: Job, assignment: Assignment, limits: Limits) -> SubmissionResult:
    """Grade one submission in this process's slot."""
    assert _slot is not None

    def run(notebook: NotebookNode, book: Notebook, files: dict[str, bytes]) -> ExecutedNotebook:
        return run_notebook(notebook, book, limits, files, assignment.files, job.seed)

    return grade_submission(job, assignment, limits, _slot.sandbox.walls, run)


def run_notebook(
    notebook: NotebookNode,
    book: Notebook,
    limits: Limits,
    files: dict[str, bytes],
    own_files: dict[str, bytes],
    seed: int,
) -> ExecutedNotebook:
    """Run one notebook in this process's slot; the parameters are those of `NotebookRun`."""
    assert _slot is not None and _shell is not None
    return NotebookRun(notebook, book, _slot, _shell, limits, files, own_files, seed).run()


def try_notebook(
    notebook: NotebookNode,
    book: Notebook,
    limits: Limits,
    files: dict[str, bytes],
    own_files: dict[str, bytes],
) -> dict[str, Tried]:
    """Run one notebook of the course's own; what each test gave, nothing if it was ungradable."""
    try:
        rebuilt, _ = rebuild(notebook, book)
        done = run_notebook(rebuilt, book, limits, files, own_files, seed=0)
    except CannotStart:
        raise
    except Exception:  # ungradable; what is wrong with it, grading the solution says
        return {}
    late = "CellTimeoutError"
    return {
        name: Tried(verdict.points, verdict.message, late in verdict.message)
        for name, verdict in done.tests.items()
    }


def restart(hash_seed: int) -> None:
    """Have this process's slot begin anew, with another beginning of Python's hashes."""
    assert _slot is not None
    _slot.restart(replace(_slot.sandbox, hash_seed=hash_seed))
