"""Reading the answer: where its lines show for certain what went wrong, that is said.

A detector gets the function as a tree and speaks only if it is sure. What it says is a fact about
the lines, true whatever the value; it is asked only once a check has found that something is wrong.
Where the lines cannot be read (a function made by other code, say), nothing is said.
"""

from course.checks.reading.certain import CERTAIN
from course.checks.reading.nothing import NOTHING
from course.checks.reading.outside import unused_input
from course.checks.reading.text import read
from course.checks.reading.values import VALUE


def why_nothing(function):
    """Return what the lines show of a function that returned None, or None."""
    return _first(NOTHING, function)


def what_is_certain(function):
    """Return what the lines show before any known mistake of the exercise is asked for, or None."""
    return _first(CERTAIN, function)


def why_wrong(function, value=None):
    """Return what the lines show of a function that returned something wrong, or None."""
    return _first(VALUE, function, value)


def what_is_unused(function):
    """Return what is said of an input that no line uses, or None. It may be rightly unused."""
    answer = read(function)
    return unused_input(answer.tree) if answer else None


def _first(detectors, function, *more):
    answer = read(function)
    if answer is None:
        return None
    return next((said for detect in detectors if (said := detect(answer, *more))), None)
