"""A result as plain data, which JSON holds: it is kept and travels so, and no code is read back."""

import base64
from dataclasses import asdict
from typing import Any

import nbformat

from autograder.engine.submission.results import (
    Flag,
    NotebookResult,
    SubmissionResult,
    Verdict,
)


def plain(result: SubmissionResult) -> dict[str, Any]:
    """Return a result as JSON can hold it; the notebooks in it are not copied."""
    return {
        **vars(result),
        "files": {name: base64.b64encode(data).decode() for name, data in result.files.items()},
        "flags": [asdict(flag) for flag in result.flags],
        "stops": [asdict(stop) for stop in result.stops],
        "notebooks": [
            {
                "name": book.name,
                "notebook": book.notebook,
                "tests": {name: asdict(verdict) for name, verdict in book.tests.items()},
                "flags": [asdict(flag) for flag in book.flags],
            }
            for book in result.notebooks
        ],
    }


def result_of(told: dict[str, Any]) -> SubmissionResult:
    """Return the result that `plain` has told of; nothing of it is more than data.

    Raises
    ------
    ValueError, KeyError, TypeError
        If it is none.
    """
    books = [
        NotebookResult(
            book["name"],
            nbformat.from_dict(book["notebook"]),
            {name: Verdict(**verdict) for name, verdict in book["tests"].items()},
            [Flag(**flag) for flag in book["flags"]],
        )
        for book in told["notebooks"]
    ]
    files = {name: base64.b64decode(data) for name, data in told["files"].items()}
    flags = {kind: [Flag(**flag) for flag in told[kind]] for kind in ("flags", "stops")}
    return SubmissionResult(**{**told, **flags, "notebooks": books, "files": files})
