"""How values, calls and errors are put into words for a beginner."""

import re

import numpy as np

SHORT = 6
"""How many numbers a message writes out; longer arrays are named by their shape."""

LONG_FLOAT = 9
"""How many characters of a Python number are written out before it is rounded."""

MANY_FOR_ONE = "How do they become one number?"
WHICH_SIZE = "Which of the sizes is not right, and what does it count?"

BY_HAND = "Work it out by hand: which step gives something else?"
"""What is asked where nothing is known of the mistake."""

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
        "`if`, `and`, `max` and `min` decide about one number, and here they got a whole array (so "
        "does a `&` without brackets around each of its sides). Which function of NumPy looks at "
        "each number?",
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
    (
        r"name '(\w+)' is not defined",
        "Python knows nothing called `{0}` here. Which line gives it a value, or should it be a "
        "text in quotes?",
    ),
    (
        r"cannot access local variable '(\w+)'",
        "`{0}` is used before a line of the function gives it a value. Which must come first?",
    ),
    (
        r"Cannot cast array data from dtype\('float64'\) to dtype\('int64'\)",
        "Whole numbers are needed here, and these are numbers with a decimal point, even where "
        "only a 0 stands behind it. What makes whole numbers of them?",
    ),
    (
        r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)",
        "There is no place {0} here: this axis has {1} places, counted from 0. Where does the {0} "
        "come from?",
    ),
    (
        r"(list|tuple) index out of range",
        "The {0} ends before that place. How long is it, and from which number do places count?",
    ),
    (
        r"axis (-?\d+) is out of bounds for array of dimension (\d+)",
        "There is no axis {0}: the array has {1} of them, counted from 0. Is another axis meant, "
        "or a second array?",
    ),
    (
        r"(divide by zero|invalid value) encountered in (scalar )?divide",
        "Something was divided by 0. For which input does the part below the line become 0?",
    ),
    (
        r"object is not iterable",
        "A loop goes through several things, and here it got a single one. Which was meant?",
    ),
    (
        r"values to unpack \(expected (\d+)",
        "A line has {0} names on its left for what has not {0} parts. How many are there?",
    ),
    (
        r"object has no attribute '(\w+)'",
        "Nothing is kept under the name `{0}` there. Which line should put it there?",
    ),
    (
        r"object is not callable",
        "Round brackets call a function, and this is none. Is a square bracket meant, or an "
        "operator forgotten in front of the bracket?",
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
            return f"{value + 0.0:.7g}" if isinstance(value, float) else repr(value)  # no -0
        return show(list(value))
    if isinstance(value, tuple | list):
        parts = ", ".join(show(part) for part in value[:SHORT])
        parts += ", ..." if len(value) > SHORT else ""
        return f"({parts})" if isinstance(value, tuple) else f"[{parts}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {show(part)}" for key, part in value.items()) + "}"
    if isinstance(value, float) and len(repr(value)) > LONG_FLOAT:
        return f"{value:.7g}"
    if callable(value):
        return getattr(value, "__name__", type(value).__name__)
    return repr(value)


def ask_letter(value, options):
    """Go on after "You returned ..." where a letter of `options` was expected."""
    if callable(value):
        return ", a function and not a text. Which sign must stand around a letter?"
    if isinstance(value, tuple | list | set):
        return ", several things in one. Which single letter is your answer?"
    if not isinstance(value, str):
        return ", which is no text. Which letter stands in front of your answer?"
    words = re.findall(r"\w+", value.lower())
    if not words:
        return ", and there is no letter in it. Which one belongs between the quotes?"
    if len(words) == 1 and words[0] in tuple(options):
        return ", a letter and more. What else stands between the quotes?"
    if set("".join(words)) <= set(options):
        return ", more than one letter. Which one do you decide for?"
    if len("".join(words)) == 1:
        return ", and no answer has this letter. Which answers are there to choose from?"
    return ", the words and not the letter. Which letter stands in front of your answer?"


def ask_shape(shape, wanted):
    """Return a question about a wrong shape that is true of every way to get it ("" if equal)."""
    if shape == wanted:
        return ""
    if wanted == ():
        return "How do you take the one number out of it?" if shape == (1,) else MANY_FOR_ONE
    if shape == ():
        return "What keeps it an array?" if wanted == (1,) else "Where are the other numbers?"
    if len(wanted) == 1 and shape == (*wanted, 1):
        return "It is a table with one column. Where does a table come in, and not a vector?"
    if len(wanted) == 1 and shape == (1, *wanted):
        return "It is a table with one row. How many brackets has a vector?"
    if shape == wanted[::-1]:
        return "The sizes have changed places. What stands in a row of it, and what in a column?"
    if len(shape) > len(wanted):
        return "It has an axis too many. What should happen to the numbers along it?"
    if len(shape) < len(wanted):
        return "An axis is missing. Which step takes one away?"
    return "For what should there be one number each?" if len(shape) == 1 else WHICH_SIZE


def call_text(function, args, kwargs):
    named = [f"{key}={show(value)}" for key, value in kwargs.items()]
    name = getattr(function, "__name__", "your function")
    return f"{name}({', '.join([show(arg) for arg in args] + named)})"
