"""One of the processes that grade: it has a slot of its own, and takes one submission at a time."""

import importlib
import os
import signal
import time
from dataclasses import dataclass
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from autograder.engine import isolation
from autograder.engine.assignment import Assignment
from autograder.engine.checker import CheckerShell
from autograder.engine.grading import NotebookRun
from autograder.engine.limits import Limits
from autograder.engine.results import SubmissionResult, Ungradable
from autograder.engine.sandbox import Sandbox
from autograder.engine.sanitize import read_files, read_notebook, rebuild
from autograder.engine.shell import make_shell
from autograder.engine.slot import Slot
from autograder.problems import CannotStart


@dataclass(frozen=True)
class Job:
    """One submission to grade.

    Parameters
    ----------
    student, unit : str
        Whose, and of which unit.
    folder : pathlib.Path
        Where it lies.
    fingerprint : str
        Hash of everything that its grade depends on.
    seed : int
        Of the random numbers.
    """

    student: str
    unit: str
    folder: Path
    fingerprint: str
    seed: int


_shell: CheckerShell | None = None
_slot: Slot | None = None


def start(sandbox: Sandbox, next_number: Any, folder: Path) -> None:
    """Prepare this process: it is one of several, and keeps what it loads for all submissions.

    Parameters
    ----------
    sandbox : Sandbox
        How to run learners' code.
    next_number : multiprocessing.Value
        Gives each process a number of its own.
    folder : pathlib.Path
        For temporary files.
    """
    global _shell, _slot
    isolation.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    os.environ["COLUMNS"] = "80"
    with next_number.get_lock():
        number = next_number.value
        next_number.value += 1
    _slot = Slot(sandbox, number, folder)
    Finalize(None, _slot.close, exitpriority=10)
    for package in sandbox.packages:
        try:
            importlib.import_module(package)
        except ImportError:
            continue  # the test that needs it will say so
    shell = make_shell(CheckerShell)
    assert isinstance(shell, CheckerShell)
    _shell = shell


def grade(job: Job, assignment: Assignment, limits: Limits) -> SubmissionResult:
    """Grade one submission: sanitise it, run it, and hand back what came of it.

    Nothing is written: that is the caller's business.
    """
    assert _slot is not None
    began = time.monotonic()
    result = SubmissionResult(job.student, job.unit, job.fingerprint, seed=job.seed)
    result.isolated = _slot.sandbox.walls
    try:
        _grade(job, assignment, limits, result)
    except Ungradable as reason:
        result.problem = str(reason)
    except CannotStart as reason:
        result.problem = reason.message
    result.seconds = time.monotonic() - began
    return result


def _grade(job: Job, assignment: Assignment, limits: Limits, result: SubmissionResult) -> None:
    assert _shell is not None and _slot is not None
    result.files, result.flags = read_files(job.folder, assignment, limits)
    found = [
        book for name, book in assignment.notebooks.items() if _exists(job.folder / f"{name}.ipynb")
    ]
    if not found:
        names = " or ".join(f"{name}.ipynb" for name in assignment.notebooks)
        raise Ungradable(f"There is no {names} among what was submitted.")
    for book in found:
        submitted = read_notebook(job.folder / f"{book.name}.ipynb", limits)
        notebook, flags = rebuild(submitted, book)
        run = NotebookRun(
            notebook, book, _slot, _shell, limits, result.files, assignment.files, job.seed
        )
        done = run.run()
        done.flags = flags + done.flags
        result.flags += done.flags
        result.notebooks.append(done)


def _exists(path: Path) -> bool:
    return path.is_symlink() or path.exists()
