"""Is something a number, or an array of numbers? If it is not, what is it?"""

import warnings

import numpy as np

from course.checks.words import show
from course.language import say


def as_floats(value):
    """Return numbers as an array of floats; a masked one becomes nan, without NumPy's warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.asarray(value, dtype=float)


def not_numbers(value):
    """Return what a value is instead of numbers, and a question; None if it is numbers.

    Returns
    -------
    (str, str) or None
        The first goes on after "should be an array of numbers, but".
    """
    if callable(value) and not isinstance(value, np.ndarray):
        return (
            say("is the function {value}, or something like it", value=show(value)),
            say("Which brackets make a function run?"),
        )
    if isinstance(value, dict):
        return say("is a dictionary"), say("Which entry of it should be returned?")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            array = np.asarray(value)
            kind = array.dtype.kind
            if kind not in "USOc":
                array.astype(float)
    except Exception:  # whatever a strange thing does when NumPy looks at it
        return _of_parts(value)
    if kind in "US":
        return say("holds text, not numbers"), say("What did you put into it?")
    if kind == "c":
        return say("holds complex numbers"), say(
            "Where does the root, or the power, of a negative come in?"
        )
    return _of_parts(value) if kind == "O" else None


def _of_parts(value):
    """Say what a thing is that holds, or is, something other than numbers."""
    if isinstance(value, list | tuple):
        if any(part is None for part in value):
            return (
                say("is a {kind} that holds None", kind=type(value).__name__),
                say("Which function forgets its `return`?"),
            )
        return (
            say("is a {kind} of parts that do not fit into one array", kind=type(value).__name__),
            say("Which of its parts was asked for?"),
        )
    if isinstance(value, np.ndarray):
        return say("is an array of things that are no numbers"), say("What did you put into it?")
    return (
        say("is of type {kind}", kind=type(value).__name__),
        say("Is there something in it that must be taken out first?"),
    )
