"""A result as plain data and bytes: it is kept and travels so, and no code is read back."""

from dataclasses import asdict, replace
from typing import Any

from autograder.engine.submission.results import (
    CellResult,
    Flag,
    NotebookResult,
    SubmissionResult,
    Verdict,
)


def plain(result: SubmissionResult) -> tuple[dict[str, Any], list[bytes]]:
    """Return a result as JSON can hold it, and the contents of its files.

    Returns
    -------
    told : dict
        Everything else.
    contents : list of bytes
        Of each notebook, then of each file beside them.
    """
    books = [replace(book, text=b"") for book in result.notebooks]
    told = asdict(replace(result, notebooks=[], files={}))
    told["files"] = [*result.files]
    told["notebooks"] = [{**asdict(book), "text": ""} for book in books]
    return told, [*(book.text for book in result.notebooks), *result.files.values()]


def result_of(told: dict[str, Any], contents: list[bytes]) -> SubmissionResult:
    """Return the result that `plain` has told of; nothing of it is more than data.

    Raises
    ------
    ValueError, KeyError, TypeError
        If it is none.
    """
    texts, others = contents[: len(told["notebooks"])], contents[len(told["notebooks"]) :]
    books = [_book(book, text) for book, text in zip(told["notebooks"], texts, strict=True)]
    files = dict(zip(told["files"], others, strict=True))
    flags = {kind: _flags(told[kind]) for kind in ("flags", "stops")}
    return SubmissionResult(**{**told, **flags, "notebooks": books, "files": files})


def _book(told: dict[str, Any], text: bytes) -> NotebookResult:
    return NotebookResult(
        told["name"],
        text,
        {name: Verdict(**verdict) for name, verdict in told["tests"].items()},
        _flags(told["flags"]),
        [CellResult(**cell) for cell in told["cells"]],
        _flags(told["stops"]),
    )


def _flags(told: list[dict[str, str]]) -> list[Flag]:
    return [Flag(**flag) for flag in told]
