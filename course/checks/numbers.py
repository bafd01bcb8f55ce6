"""Is something a number, or an array of numbers? If it is not, what is it?"""

import warnings

import numpy as np

from course.checks.words import show


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
            f"is the function {show(value)}, or something like it",
            "Which brackets make a function run?",
        )
    if isinstance(value, dict):
        return "is a dictionary", "Which entry of it should be returned?"
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
        return "holds text, not numbers", "What did you put into it?"
    if kind == "c":
        return "holds complex numbers", "Where does the root, or the power, of a negative come in?"
    return _of_parts(value) if kind == "O" else None


def _of_parts(value):
    """Say what a thing is that holds, or is, something other than numbers."""
    if isinstance(value, list | tuple):
        if any(part is None for part in value):
            return (
                f"is a {type(value).__name__} that holds None",
                "Which function forgets its `return`?",
            )
        return (
            f"is a {type(value).__name__} of parts that do not fit into one array",
            "Which of its parts was asked for?",
        )
    if isinstance(value, np.ndarray):
        return "is an array of things that are no numbers", "What did you put into it?"
    return (
        f"is of type {type(value).__name__}",
        "Is there something in it that must be taken out first?",
    )
