"""The report of the class is renewed while nobody waits."""

import time

from autograder.course import Course
from autograder.watching.telling import Teller

SHARE = 20
"""Writing it takes at most one of so many parts of the time."""

PAUSE = 10.0
"""Seconds that are at least between two."""


class Reports:
    """Renews the report after work has come in.

    Parameters
    ----------
    course : Course
    teller : Teller
        Says what went wrong.
    """

    def __init__(self, course: Course, teller: Teller) -> None:
        self._course = course
        self._teller = teller
        self._shown = 0
        self._next = 0.0

    def look(self, done: int, idle: bool) -> None:
        """Renew the report if there is something new, nothing else to do, and it is time.

        Parameters
        ----------
        done : int
            How many submissions have been done.
        idle : bool
            Whether nothing waits.
        """
        if idle and done != self._shown and time.monotonic() >= self._next:
            self.renew(done)

    def renew(self, done: int) -> None:
        """Renew it, unless it shows all that has been done; say what went wrong, and go on."""
        if done == self._shown:
            return
        from autograder.reporting.writing import renew

        began = time.monotonic()
        try:
            renew(self._course)
            self._teller.over("report")
        except Exception as error:  # whatever is wrong with it must not stop the grading
            self._teller.trouble("report", f"The report is not renewed ({error}).")
        self._shown = done
        ended = time.monotonic()
        self._next = ended + max(PAUSE, SHARE * (ended - began))
