"""Submissions that are under way on a cluster."""

from dataclasses import dataclass, field
from typing import Any

from autograder.engine.submission.job import Job


@dataclass
class Flight:
    """A submission that is under way, maybe on several workers.

    Parameters
    ----------
    job : Job
        The submission.
    deaths : int
        So many workers have died of it.
    tries : int
        So often it was sent out.
    since : float
        When it was sent out first, on the clock of `time.monotonic`.
    attempts : set of int
        Those that are under way now.
    """

    job: Job
    deaths: int = 0
    tries: int = 0
    since: float = 0.0
    attempts: set[int] = field(default_factory=set)


@dataclass
class Attempt:
    """A submission on its way to one worker, or there.

    Parameters
    ----------
    flight : Flight
        Of which submission.
    future : distributed.Future
        Of its result.
    where : str
        The worker's address; empty until it has begun.
    """

    flight: Flight
    future: Any
    where: str = ""
