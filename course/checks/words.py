"""How values and calls are put into words for a beginner."""

import re

import numpy as np

from course.language import say

SHORT = 6
"""How many numbers a message writes out; longer arrays are named by their shape."""

MOST_DEEP = 4
"""How deep a message looks into lists within lists."""

LONG_TEXT = 120
"""How many characters of any other value are written out."""

LONG_FLOAT = 9
"""How many characters of a Python number are written out before it is rounded."""

ROUNDING = 1e-14
"""Below this share of the largest number a number is what rounding has left."""

MANY_FOR_ONE = "How do they become one number?"
WHICH_SIZE = "Which of the sizes is not right, and what does it count?"

BY_HAND = "Work it out by hand: which step gives something else?"
"""What is asked where nothing is known of the mistake."""


def show(value, depth=0):
    """Write a value as a beginner would type it; long arrays by their shape."""
    try:
        return _show(value, depth)
    except Exception:  # a thing whose own text fails, or has no end
        return say("something of type {kind}", kind=type(value).__name__)


def _show(value, depth):
    if depth > MOST_DEEP:
        return "..."
    if isinstance(value, np.ndarray | np.generic):
        if value.size > SHORT:
            return say("an array of shape {shape}", shape=value.shape)
        if value.ndim == 0:
            value = value.item()
            return f"{value + 0.0:.7g}" if isinstance(value, float) else _cut(repr(value))  # no -0
        return show(list(_without_rounding(value)), depth)
    if isinstance(value, tuple | list):
        parts = [show(part, depth + 1) for part in value[:SHORT]]
        parts += ["..."] if len(value) > SHORT else []
        if isinstance(value, list):
            return f"[{', '.join(parts)}]"
        return f"({parts[0]},)" if len(value) == 1 else f"({', '.join(parts)})"
    if isinstance(value, dict):
        parts = [f"{key!r}: {show(part, depth + 1)}" for key, part in list(value.items())[:SHORT]]
        parts += ["..."] if len(value) > SHORT else []
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, float) and len(repr(value)) > LONG_FLOAT:
        return f"{value:.7g}"
    if callable(value):
        return getattr(value, "__name__", type(value).__name__)
    if hasattr(value, "__next__"):  # such as `reversed(...)`: its text is an address
        return say("a {kind}", kind=type(value).__name__)
    return _cut(repr(value))


def _without_rounding(array):
    """Write 0 for what rounding has left beside much larger numbers, such as -1e-16 beside 6."""
    if array.dtype.kind != "f" or not np.any(np.isfinite(array)):
        return array
    sizes = np.abs(array)
    return np.where(sizes < ROUNDING * np.max(sizes[np.isfinite(sizes)]), 0.0, array)


def _cut(text):
    return text if len(text) <= LONG_TEXT else f"{text[:LONG_TEXT]}..."


def ask_letter(value, options):
    """Go on after "You returned ..." where a letter of `options` was expected."""
    if callable(value):
        return say(", a function and not a text. Which sign must stand around a letter?")
    if isinstance(value, tuple | list | set):
        return say(", several things in one. Which single letter is your answer?")
    if not isinstance(value, str):
        return say(", which is no text. Which letter stands in front of your answer?")
    words = re.findall(r"\w+", value.lower())
    if not words:
        return say(", and there is no letter in it. Which one belongs between the quotes?")
    if len(words) == 1 and words[0] in tuple(options):
        return say(", a letter and more. What else stands between the quotes?")
    if set("".join(words)) <= set(options):
        return say(", more than one letter. Which one do you decide for?")
    if len("".join(words)) == 1:
        return say(", and no answer has this letter. Which answers are there to choose from?")
    return say(", the words and not the letter. Which letter stands in front of your answer?")


def ask_shape(shape, wanted):
    """Return a question about a wrong shape that is true of every way to get it ("" if equal)."""
    if shape == wanted:
        return ""
    if wanted == ():
        return (
            say("How do you take the one number out of it?") if shape == (1,) else say(MANY_FOR_ONE)
        )
    if shape == ():
        return (
            say("What keeps it an array?")
            if wanted == (1,)
            else say("Where are the other numbers?")
        )
    if len(wanted) == 1 and shape == (*wanted, 1):
        return say("It is a table with one column. Where does a table come in, and not a vector?")
    if len(wanted) == 1 and shape == (1, *wanted):
        return say("It is a table with one row. How many brackets has a vector?")
    if shape == wanted[::-1]:
        return say(
            "The sizes have changed places. What stands in a row of it, and what in a column?"
        )
    if len(shape) == 2 and len(wanted) == 1:
        return say("It is a table, and a vector is asked for. Which numbers should become one?")
    if len(shape) == 1 and len(wanted) == 2:
        return say("It is a vector, and a table is asked for. What stands in a row of the table?")
    if len(shape) != len(wanted):
        return say(
            "The number of its axes is {n}, and it should be {n_wanted}. Which step "
            "changes that number?",
            n=len(shape),
            n_wanted=len(wanted),
        )
    return say("What should each of its numbers stand for?") if len(shape) == 1 else say(WHICH_SIZE)


def call_text(function, args, kwargs):
    named = [f"{key}={show(value)}" for key, value in kwargs.items()]
    name = getattr(function, "__name__", say("your function"))
    return f"{name}({', '.join([show(arg) for arg in args] + named)})"
