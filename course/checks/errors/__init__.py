"""Errors of the learner's code, put into words and shown with the learner's own lines."""

import contextlib
import re

from course.checks.errors.frames import own_places, shown
from course.checks.errors.notes import note
from course.checks.showing import card
from course.language import say

LAST_RESORT = (
    "Python stopped at this line. What does each name in it hold at that moment? (A `print` in the "
    "line above shows it.)"
)


def explain(error, test_file=None):
    """Add a note in plain words to an error, and let a notebook show it with them.

    The error goes on as it is: its type, its message and its traceback stay.

    Parameters
    ----------
    error : Exception
    test_file : str, optional
        The file name of the test's cell; see `own_places`.
    """
    places = own_places(error.__traceback__, test_file)
    if not getattr(error, "__notes__", None):
        words = say(LAST_RESORT)
        with contextlib.suppress(Exception):  # reading strange code must not hide its own error
            words = note(error, places) or say(LAST_RESORT)
        error.add_note(words)
    if places or card.notebook_shell():  # elsewhere who shows the error may know its lines better
        with contextlib.suppress(Exception):  # some errors take no new attribute: shown as ever
            error._render_traceback_ = lambda: _render(error, places)


def _in_short(message):
    """Leave out what NumPy says of its inside: only the sizes matter to a beginner."""
    message = re.sub(r"(matmul: ).*mismatch in its core dimension.*\((size .*)\)", r"\1\2", message)
    return re.sub(r" \(has (\d+), gufunc core with signature .*requires \d+\)", "", message)


def _render(error, places):
    """Show an error as a card; return it as the lines of a traceback."""
    said = f"{type(error).__name__}: {_in_short(str(error))}"
    lines = shown(places)
    card.show_error(error, lines, said, error.__notes__)
    return [*lines, said, *error.__notes__]
