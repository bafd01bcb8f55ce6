"""A result as it travels: JSON, which is read as plain data and builds nothing but a result."""

import base64
import json
from dataclasses import asdict
from typing import Any

import nbformat

from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.job import Job
from autograder.engine.submission.results import (
    Flag,
    NotebookResult,
    SubmissionResult,
    Verdict,
)


def encode(result: SubmissionResult, assignment: Assignment) -> bytes:
    """Return a result as JSON; the instructor's own files are named only."""
    own = assignment.files
    told = {
        "problem": result.problem,
        "seconds": result.seconds,
        "isolated": result.isolated,
        "missing": result.missing,
        "unreadable": result.unreadable,
        "flags": [asdict(flag) for flag in result.flags],
        "stops": [asdict(stop) for stop in result.stops],
        "files": {
            name: None if own.get(name) == content else base64.b64encode(content).decode()
            for name, content in result.files.items()
        },
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
    return json.dumps(told).encode()


def decode(data: bytes, job: Job, assignment: Assignment) -> SubmissionResult:
    """Return the result of a job.

    Raises
    ------
    ValueError, KeyError, TypeError
        If these bytes are none.
    """
    told = json.loads(data)
    return SubmissionResult(
        job.student,
        job.unit,
        job.fingerprint,
        notebooks=[_book(each) for each in told["notebooks"]],
        files={
            name: assignment.files[name] if text is None else base64.b64decode(text)
            for name, text in told["files"].items()
        },
        flags=_flags(told["flags"]),
        problem=told["problem"],
        seed=job.seed,
        seconds=told["seconds"],
        isolated=told["isolated"],
        missing=told["missing"],
        unreadable=told["unreadable"],
        stops=_flags(told["stops"]),
    )


def _book(told: dict[str, Any]) -> NotebookResult:
    return NotebookResult(
        told["name"],
        nbformat.from_dict(told["notebook"]),
        {name: Verdict(**verdict) for name, verdict in told["tests"].items()},
        _flags(told["flags"]),
    )


def _flags(told: list[dict[str, str]]) -> list[Flag]:
    return [Flag(**each) for each in told]
