"""One submission, from its files to its result, whatever runs its notebooks."""

import time
from collections.abc import Callable

from nbformat import NotebookNode

from autograder.engine.submission.assignment import Assignment, Notebook
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import (
    ExecutedNotebook,
    Flag,
    SubmissionResult,
    Ungradable,
)
from autograder.engine.submission.sanitize import rebuild
from autograder.engine.submission.submitted_books import find_books, read_books, siblings
from autograder.engine.submission.submitted_files import read_files
from autograder.engine.submission.timestamp import read_timestamp
from autograder.engine.submission.written import written
from autograder.problems import CannotStart

Runner = Callable[[NotebookNode, Notebook, dict[str, bytes]], ExecutedNotebook]
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
    result.work = job.work
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
    found = find_books(job.folder, assignment, limits)
    wanted = found.only(job.only) if job.only else found
    books, result.unreadable = read_books(wanted, limits)
    result.missing = found.missing
    result.flags += wanted.flags
    for name, reason in result.unreadable.items():
        text = f"{reason} It was not graded: points from before stay."
        result.flags.append(Flag("unreadable", name, text))
    for name, submitted in books.items():
        book = assignment.notebooks[name]
        notebook, flags = rebuild(submitted, book, assignment.layouts.get(name))
        files = {**siblings(found, name, limits.submission), **result.files}
        done = run(notebook, book, files)
        done.flags = flags + done.flags
        result.flags += done.flags
        result.notebooks.append(written(done, assignment.tidying))
        result.stops += result.notebooks[-1].stops
