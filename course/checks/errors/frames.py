"""The learner's own lines in a traceback: no frame of a test, of the checks or of a library."""

import linecache
from dataclasses import dataclass
from types import FrameType

from course.language import say

MOST_CALLS = 3
"""How many calls of the learner's functions are shown; the last ones, where there are more."""

LINES_BEFORE = 2
"""How many lines stand above the one that stopped."""


@dataclass
class Place:
    """A line of a cell that was running when an error came."""

    frame: FrameType
    number: int

    @property
    def file(self):
        return self.frame.f_code.co_filename

    @property
    def line(self):
        return linecache.getline(self.file, self.number).strip()

    @property
    def names(self):
        """What names meant there: those of the notebook, and over them those of the function."""
        return {**self.frame.f_globals, **self.frame.f_locals}


def own_places(traceback, test_file):
    """Return the places of a traceback in the learner's cells, the innermost last.

    Parameters
    ----------
    traceback : types.TracebackType or None
    test_file : str or None
        The file name of the test's cell, whose frames are left out; without it, that of the first
        frame of the notebook.
    """
    places = []
    while traceback is not None:
        if traceback.tb_frame.f_globals.get("__name__") == "__main__":
            places.append(Place(traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    if test_file is None and places:
        test_file = places[0].file
    return [place for place in places if place.file != test_file]


def shown(places):
    """Write the learner's lines as a traceback does: an arrow at each line that stopped."""
    lines = []
    for place in places[-MOST_CALLS:]:
        name = place.frame.f_code.co_name
        if name.startswith("<"):
            lines.append(say("Cell, line {number}:", number=place.number))
        else:
            lines.append(say("Cell of {name}, line {number}:", name=name, number=place.number))
        first = max(place.frame.f_code.co_firstlineno, place.number - LINES_BEFORE)
        for number in range(first, place.number + 1):
            text = linecache.getline(place.file, number).rstrip()
            if text.strip() or number == place.number:
                mark = "---->" if number == place.number else "     "
                lines.append(f"{mark} {number:2} {text}".rstrip())
    return lines
