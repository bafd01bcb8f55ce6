"""nbgrader's own flag on a submitted notebook: raised where the engine found something to look at.

The Formgrader shows it in its lists of submissions, where a person takes it down, or raises it.
"""

from collections.abc import Iterable
from pathlib import Path

from autograder.engine.gradebook.entries import Book
from autograder.engine.submission.results import NotebookResult, SubmissionResult, read_result
from autograder.engine.submission.timestamp import read_timestamp


def raise_flags(
    entries: Iterable[Book],
    result: SubmissionResult,
    submitted: Path,
    before: Path | None,
) -> None:
    """Raise the flags of what was graded now, and take down those of what was graded before.

    What a person did to the flag stays, as long as the same work has the same findings.

    Parameters
    ----------
    entries : iterable of Book
        The gradebook's entries for its notebooks.
    result : SubmissionResult
        What grading has found: signs of tampering, and cells that were stopped at a limit.
    submitted : pathlib.Path
        The submission's folder.
    before : pathlib.Path or None
        The folder of the earlier attempt.
    """
    old = (read_result(before) if before else None) or {}
    found = {flag.text for flag in (*result.flags, *result.stops)}
    had = {str(flag.get("text")) for flag in (*old.get("flags", ()), *old.get("stops", ()))}
    if old and found == had and read_timestamp(before)[0] == read_timestamp(submitted)[0]:
        return
    books = {book.name: book for book in result.notebooks}
    own = {flag for book in result.notebooks for flag in book.flags}
    of_all = any(flag not in own for flag in result.flags)
    for notebook in entries:
        book = books.get(notebook.name)
        if book is not None and (of_all or _found_in(book)):
            notebook.flagged = True
        elif book is not None and had:
            notebook.flagged = False


def _found_in(book: NotebookResult) -> bool:
    return bool(book.flags or book.stops)
