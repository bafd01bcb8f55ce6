"""A class's release, followed while JupyterLab runs: what is new is laid, what is newer is told."""

import threading
import time
from collections.abc import Callable

from course.desk.desk import Desk
from course.desk.exchange import trouble
from course.desk.newer import beside_told, newer, newer_told
from course.desk.offered import NOTHING_YET, class_of, refresh
from course.desk.released import CourseError, Unit
from course.language import say

LOOKING = 2.0
"""The release is looked at at most once in so many seconds."""

SHARE = 20
"""And not again for so many times as long as looking has taken: a network disk may be slow."""


class Following:
    """Follows the release of a desk's class; of who learns alone, that of the package.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    units : callable
        Returns the units on offer.
    """

    def __init__(self, desk: Desk, units: Callable[[], list[Unit]]) -> None:
        self.desk = desk
        self.units = units
        self._lock = threading.Lock()
        self._next = 0.0
        self._news: list[str] = []
        self._beside: list[str] = []

    def news(self) -> list[str]:
        """Return what a learner is to know of the release, one sentence each."""
        with self._lock:
            began = time.monotonic()
            if began >= self._next:
                self._news = self._looked()
                now = time.monotonic()
                self._next = now + max(LOOKING, SHARE * (now - began))
            return self._news

    def _looked(self) -> list[str]:
        try:
            group = class_of(self.desk)
            said = [] if group is None else self._followed(trouble(group))
            return [*said, *newer_told(self.desk, newer(self.desk, self.units()))]
        except CourseError as error:
            return [error.message]

    def _followed(self, away: str | None) -> list[str]:
        if away:
            return [away]
        said = [sentence for sentence in refresh(self.desk) if sentence != say(NOTHING_YET)]
        record = self.desk.recorded()
        # A notebook that is missing may have been renamed a moment ago: it is none of these.
        new = [unit for unit in self.units() if any(s.key not in record for s in unit.sittings)]
        self._beside += self.desk.lay(new).beside
        return [*said, *beside_told(self._beside)]
