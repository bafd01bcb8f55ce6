"""A result as it travels: JSON, which is read as plain data and builds nothing but a result."""

import json
from dataclasses import replace

from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.job import Job
from autograder.engine.submission.plain_results import plain, result_of
from autograder.engine.submission.results import SubmissionResult


def encode(result: SubmissionResult, assignment: Assignment) -> bytes:
    """Return a result as JSON; the instructor's own files are named only."""
    own = {name for name, content in result.files.items() if assignment.files.get(name) == content}
    others = {name: content for name, content in result.files.items() if name not in own}
    told = plain(replace(result, files=others))
    return json.dumps({"result": told, "own": sorted(own)}).encode()


def decode(data: bytes, job: Job, assignment: Assignment) -> SubmissionResult:
    """Return the result of a job: whose it is, is known here.

    Raises
    ------
    ValueError, KeyError, TypeError
        If these bytes are none.
    """
    told = json.loads(data)
    result = result_of(told["result"])
    own = {name: assignment.files[name] for name in told["own"]}
    return replace(
        result,
        student=job.student,
        unit=job.unit,
        fingerprint=job.fingerprint,
        seed=job.seed,
        files={**result.files, **own},
    )
