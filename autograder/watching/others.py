"""What others (the Formgrader, nbgrader's commands) write into the gradebook meanwhile."""

import time

from nbgrader.api import Gradebook
from sqlalchemy import text

from autograder.watching.exchange import explained
from autograder.watching.unit import WatchedUnit
from autograder.watching.waiting import Key

EVERY = 2.0
"""Seconds between two looks."""

EVERY_OTHER = 10.0
"""The same for a database that does not say whether anybody has written."""


class Others:
    """Notices a grader's marks, and units that were generated again.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
        Open.
    units : list of WatchedUnit
        The units.
    """

    def __init__(self, gradebook: Gradebook, units: list[WatchedUnit]) -> None:
        self._session = gradebook.db
        self._units = units
        self._to_check: list[WatchedUnit] = []
        self._next = 0.0
        self._says_who_wrote = self._session.get_bind().dialect.name == "sqlite"
        self._version = self._read()

    def forget_what_they_changed(self) -> None:
        """Have the gradebook read again before it is written, if others have written into it.

        Raises
        ------
        Failed
            If it cannot be read.
        """
        with explained("The gradebook cannot be read"):
            version = self._read()
        if version != self._version:
            self._version = version
            self._to_check = list(self._units)
        elif self._says_who_wrote:
            return
        self._session.expire_all()

    def look(self) -> tuple[str, list[Key]]:
        """Return a unit that has changed, if there is one, and who was given marks.

        Raises
        ------
        Failed
            If the gradebook cannot be read.
        """
        if time.monotonic() < self._next:
            return "", []
        self._next = time.monotonic() + EVERY
        self.forget_what_they_changed()
        marked = []
        with explained("The gradebook cannot be read"):
            while self._to_check:
                unit = self._to_check[-1]
                if unit.is_stale():
                    return unit.name, marked
                marked += [Key(unit.name, student) for student in unit.marked()]
                self._to_check.pop()
                self._session.commit()  # ends the reading
        return "", marked

    def _read(self) -> object:
        if not self._says_who_wrote:
            return time.monotonic() // EVERY_OTHER
        return self._session.execute(text("pragma data_version")).scalar()
