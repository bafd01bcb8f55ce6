"""The submissions that wait: in the order of their arrival, one of a learner at a time."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple


class Key(NamedTuple):
    """A learner's submission of a unit, whichever it is at the moment.

    Parameters
    ----------
    unit, student : str
        As nbgrader calls them.
    """

    unit: str
    student: str


@dataclass
class Waiting:
    """What is to be done for a submission.

    Parameters
    ----------
    key : Key
        Whose.
    since : float
        When it arrived, by the queue's clock.
    grade : bool
        Whether it is to be graded; else only its feedback is to be made.
    not_before : float
        When it may be tried again.
    """

    key: Key
    since: float
    grade: bool
    not_before: float = 0.0


class Queue:
    """Hands out submissions so that nobody has to wait for somebody else's second one.

    Parameters
    ----------
    clock : callable
        Returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[Key, Waiting] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, key: Key, grade: bool, delay: float = 0.0, since: float | None = None) -> None:
        """Let a submission wait; one that waits already keeps its place.

        Parameters
        ----------
        key : Key
            Whose.
        grade : bool
            Whether it is to be graded.
        delay : float
            Seconds before it may be tried.
        since : float, optional
            When it arrived, by the queue's clock; now, where that is not said.
        """
        now = self._clock()
        since = now if since is None else since
        found = self._waiting.setdefault(key, Waiting(key, since, False))
        found.grade |= grade
        found.not_before = now + delay if delay else 0.0

    def next(
        self, busy: Collection[str], tasks: Collection[bool] = (True, False)
    ) -> Waiting | None:
        """Take out the first submission whose learner is not among the busy ones.

        ``tasks`` says which: True for those that are to be graded, False for the others.
        """
        now = self._clock()
        for key, found in self._waiting.items():
            if key.student not in busy and found.grade in tasks and found.not_before <= now:
                return self._waiting.pop(key)
        return None

    def longest(self) -> float:
        """Return for how many seconds the first of them has waited."""
        return max((self._clock() - found.since for found in self._waiting.values()), default=0.0)
