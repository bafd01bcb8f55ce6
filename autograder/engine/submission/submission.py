"""One submission, from its files to its result, whatever runs its notebooks."""

import time
from collections.abc import Callable
from pathlib import Path

from nbformat import NotebookNode

from autograder.engine.submission.assignment import Assignment, Notebook
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import NotebookResult, SubmissionResult, Ungradable
from autograder.engine.submission.sanitize import read_notebook, rebuild
from autograder.engine.submission.submitted_files import read_files
from autograder.engine.submission.timestamp import read_timestamp
from autograder.problems import CannotStart

Runner = Callable[[NotebookNode, Notebook, dict[str, bytes]], NotebookResult]
"""Runs a rebuilt notebook, with these files beside it."""


def grade_submission(
    job: Job, assignment: Assignment, limits: Limits, isolated: bool, run: Runner
) -> SubmissionResult:
    """Sanitise a submission, run it, and hand back what came of it; nothing is written.

    Parameters
    ----------
    job : Job
        The submission.
    assignment : Assignment
        The unit.
    limits : Limits
        What it may take.
    isolated : bool
        Whether it runs in the sandbox: written into the result.
    run : Runner
        Runs one notebook.
    """
    began = time.monotonic()
    result = SubmissionResult(job.student, job.unit, job.fingerprint, seed=job.seed)
    result.isolated = isolated
    try:
        _grade(job, assignment, limits, result, run)
    except Ungradable as reason:
        result.problem = str(reason)
    except CannotStart as reason:
        result.problem = reason.message
    except Exception as error:  # one submission's trouble must not stop the others
        result.problem = f"Grading it failed ({type(error).__name__}: {error})."
    result.seconds = time.monotonic() - began
    return result


def _grade(
    job: Job, assignment: Assignment, limits: Limits, result: SubmissionResult, run: Runner
) -> None:
    result.files, result.flags = read_files(job.folder, assignment, limits)
    result.flags += read_timestamp(job.folder)[1]
    names = [job.only] if job.only else list(assignment.notebooks)
    found = [name for name in names if _exists(job.folder / f"{name}.ipynb")]
    if not found:
        wanted = " or ".join(f"{name}.ipynb" for name in names)
        raise Ungradable(f"There is no {wanted} among what was submitted.")
    for name in found:
        book = assignment.notebooks[name]
        notebook, flags = rebuild(read_notebook(job.folder / f"{name}.ipynb", limits), book)
        done = run(notebook, book, result.files)
        done.flags = flags + done.flags
        result.flags += done.flags
        result.notebooks.append(done)


def _exists(path: Path) -> bool:
    return path.is_symlink() or path.exists()
