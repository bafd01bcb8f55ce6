"""How values, calls and errors are put into words for a beginner."""

import re

import numpy as np

SHORT = 6
"""How many numbers a message writes out; longer arrays are named by their shape."""


# What NumPy and Python say of mistakes that beginners often make, and what it means in plain words.
PLAIN_WORDS = (
    (
        r"matmul: .*\(size (\d+) is different from (\d+)\)",
        "The two tables of a product `@` do not fit: the inner numbers of their shapes are {1} and "
        "{0}, and they must be equal. Which table belongs on the left, and which on the right?",
    ),
    (
        r"could not be broadcast together with shapes (\([\d,]+\)) (\([\d,]+\))",
        "Two arrays of the shapes {0} and {1} cannot be paired up number by number. Is a product "
        "`@` meant, or another array?",
    ),
    (
        r"must match exactly",
        "Tables and columns side by side need the same number of rows. How long is each?",
    ),
    (
        r"(only integers, slices|arrays used as indices must be of integer)",
        "Places in an array are counted with whole numbers, and 1.0 is none. What makes a whole "
        "number of it?",
    ),
    (
        r"truth value of an array",
        "`if`, `and`, `max` and `min` decide about one number, and here they got a whole array. "
        "Which function of NumPy looks at each number? (Or are brackets missing around the two "
        "sides of a `&`?)",
    ),
    (
        r"inhomogeneous shape",
        "Things of different sizes cannot become one array. Did a whole list go in where one part "
        "of it was meant?",
    ),
    (
        r"(can't multiply sequence|unsupported operand type.*'list')",
        "A list does not compute number by number. Which function makes an array from a list?",
    ),
    (r"bitwise_xor|for \^:", "In Python a power is written `**`, and `^` means something else."),
    (
        r"NoneType",
        "Something is None here: a function without `return` gives None, and so does a list's "
        "`append`. Which name holds it?",
    ),
)


def explain(error):
    """Add a note in plain words to an error of the learner's code; it is shown below the error."""
    for pattern, words in PLAIN_WORDS:
        found = re.search(pattern, str(error))
        if found:
            error.add_note(words.format(*found.groups()))
            return


def show(value):
    """Write a value as a beginner would type it; long arrays by their shape."""
    if isinstance(value, np.ndarray | np.generic):
        if value.size > SHORT:
            return f"an array of shape {value.shape}"
        if value.ndim == 0:
            value = value.item()
            return f"{value:.7g}" if isinstance(value, float) else repr(value)
        return show(list(value))
    if isinstance(value, tuple | list):
        parts = ", ".join(show(part) for part in value[:SHORT])
        parts += ", ..." if len(value) > SHORT else ""
        return f"({parts})" if isinstance(value, tuple) else f"[{parts}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {show(part)}" for key, part in value.items()) + "}"
    if callable(value):
        return getattr(value, "__name__", type(value).__name__)
    return repr(value)


def call_text(function, args, kwargs):
    named = [f"{key}={show(value)}" for key, value in kwargs.items()]
    name = getattr(function, "__name__", "your function")
    return f"{name}({', '.join([show(arg) for arg in args] + named)})"
