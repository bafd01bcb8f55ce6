"""What an earlier run has left undone, found out when a watch begins."""

import time

from autograder.watching.exchange import Failed, explained
from autograder.watching.places import Place
from autograder.watching.settling import settle_late
from autograder.watching.telling import Teller
from autograder.watching.unit import WatchedUnit
from autograder.watching.waiting import Key

AGAIN = 5.0
"""Seconds until a unit whose folders could not be read is tried again."""


class Behind:
    """The units of which it is still to be found out.

    Parameters
    ----------
    units : list of WatchedUnit
        All that are watched.
    places : list of Place
        Where tests can be tried.
    teller : Teller
        Says what cannot be read.
    """

    def __init__(self, units: list[WatchedUnit], places: list[Place], teller: Teller) -> None:
        self._units = units
        self._places = places
        self._teller = teller
        self._next = 0.0

    def __bool__(self) -> bool:
        return bool(self._units)

    def is_due(self, now: float) -> bool:
        """Whether there are some, and it is time to try again."""
        return bool(self._units) and now >= self._next

    def found(self) -> list[tuple[Key, bool]]:
        """Return whose submissions wait, and whether to be graded; else for their feedback."""
        self._next = time.monotonic() + AGAIN
        units, self._units = self._units, []
        found = []
        for unit in units:
            try:
                with explained(f"{unit.name}: what is to be done cannot be found out"):
                    if unit.has_submissions():
                        settle_late(unit, self._places, self._teller)
                    ungraded = unit.ungraded()
                    unreleased = unit.without_feedback()
            except Failed as reason:
                self._units.append(unit)
                self._teller.trouble(unit.name, str(reason))
                continue
            self._teller.over(unit.name)
            found += [(Key(unit.name, student), True) for student in ungraded]
            found += [(Key(unit.name, student), False) for student in unreleased]
        return found
