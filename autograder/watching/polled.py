"""An exchange of another kind than nbgrader's folder: asked every few seconds.

Of such an exchange only nbgrader's interface is known: collect everything that is new.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator

from autograder.engine.submission.timestamp import read_timestamp
from autograder.watching.exchange import Exchange, explained
from autograder.watching.waiting import Key

SECONDS = 5.0


class Polled:
    """Collects with ``--update`` again and again, and sees what that has changed.

    Parameters
    ----------
    exchange : Exchange
        The course's own.
    units : list of str
        The units to collect.
    """

    settling = False
    left = 0

    def __init__(self, exchange: Exchange, units: list[str]) -> None:
        self.exchange = exchange
        self.units = units
        self.folder = "the exchange"
        self.troubles: dict[str, str] = {}
        self._next = 0.0
        self._known = self._present()
        self._new: deque[tuple[Key, float]] = deque()

    def look(self, busy: Callable[[Key | None], bool]) -> Iterator[tuple[Key, float]]:
        """Collect what is new; yield whose it was, and since when it has been seen.

        Whoever stops in between gets the rest from the next look.

        Parameters
        ----------
        busy : callable
            Whether submissions are being graded: as long as there are any, nothing is collected.

        Raises
        ------
        Failed
            If the exchange does not answer.
        """
        if not (self._new or busy(None) or time.monotonic() < self._next):
            self._collect()
        while self._new:
            yield self._new.popleft()

    def _collect(self) -> None:
        self._next = time.monotonic() + SECONDS
        for unit in self.units:
            collector = self.exchange.collector(self.exchange.directory(Key(unit, "*")))
            collector.update = True
            with explained(f"{unit} could not be collected"):
                collector.start()
        present = self._present()
        now = time.monotonic()
        changed = [key for key, stamp in present.items() if self._known.get(key, "") != stamp]
        self._known = present
        self._new.extend((key, now) for key in changed)

    def half_written(self) -> list[str]:
        """Return nothing: such an exchange hands out whole submissions only."""
        return []

    def _present(self) -> dict[Key, object]:
        course = self.exchange.course
        step = course.app.coursedir.submitted_directory
        return {
            Key(unit, student): read_timestamp(folder)[0]
            for unit in self.units
            for student, folder in course.learners(step, unit).items()
        }
