"""A result as it travels: a line of JSON, and behind it the files as they will be written.

It is read as plain data, and builds nothing but a result.
"""

import json
from dataclasses import replace

from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.job import Job
from autograder.engine.submission.plain_results import plain, result_of
from autograder.engine.submission.results import SubmissionResult


def encode(result: SubmissionResult, assignment: Assignment) -> bytes:
    """Return a result as bytes; the instructor's own files are named only."""
    own = {name for name, content in result.files.items() if assignment.files.get(name) == content}
    others = {name: content for name, content in result.files.items() if name not in own}
    told, contents = plain(replace(result, files=others))
    head = {"result": told, "own": sorted(own), "sizes": [*map(len, contents)]}
    return b"\n".join([json.dumps(head).encode(), b"".join(contents)])


def decode(data: bytes, job: Job, assignment: Assignment) -> SubmissionResult:
    """Return the result of a job: whose it is, is known here.

    Raises
    ------
    ValueError, KeyError, TypeError
        If these bytes are none.
    """
    head, _, rest = data.partition(b"\n")
    told = json.loads(head)
    result = result_of(told["result"], _cut(rest, told["sizes"]))
    own = {name: assignment.files[name] for name in told["own"]}
    return replace(
        result,
        student=job.student,
        unit=job.unit,
        fingerprint=job.fingerprint,
        seed=job.seed,
        work=job.work,
        files={**result.files, **own},
    )


def _cut(data: bytes, sizes: list[int]) -> list[bytes]:
    """Cut bytes into pieces of these sizes, which have to be all of them."""
    pieces, place = [], 0
    for size in sizes:
        pieces.append(data[place : place + size])
        place += size
    if min(sizes, default=0) < 0 or place != len(data):
        raise ValueError(f"there are {len(data)} bytes of files, and {place} were told of")
    return pieces
