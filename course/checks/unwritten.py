"""What is said of code that is not there yet: a function to be written, or one that was lost."""

import ast
import inspect

from course.checks.errors.frames import own_places
from course.checks.failed import CheckFailed
from course.checks.reading.text import read
from course.checks.words import show
from course.language import say

WRITE = (
    "Delete the line that begins with `raise`, write your code there and run that cell, then this "
    "one."
)


def told(error, function, said, test_file):
    """Say which function is still to be written: the one that was called, or one that it calls.

    Parameters
    ----------
    error : NotImplementedError
    function : callable or None
        The learner's function that the check called; None for a helper of the test.
    said : str
        How messages name the call.
    test_file : str
        The file name of the test's cell.
    """
    places = own_places(error.__traceback__, test_file)
    if not places and _is_written(function):  # its lines ran elsewhere, and called one that is not
        return say(
            "{said} calls something that is not written yet. {write}", said=said, write=say(WRITE)
        )
    if function is None or len(places) < 2:
        return say("{said} is not written yet. {write}", said=said, write=say(WRITE))
    caller, empty = (place.frame.f_code.co_name for place in places[-2:])
    if caller.startswith("<") or empty.startswith("<") or caller == empty:
        return say("{said} is not written yet. {write}", said=said, write=say(WRITE))
    return say(
        "`{empty}`, which `{caller}` calls, is not written yet. {write}",
        empty=empty,
        caller=caller,
        write=say(WRITE),
    )


def _is_written(function):
    """Whether a function's lines can be read, and none of them says that it is not written."""
    answer = read(function)
    return answer is not None and "NotImplementedError" not in ast.unparse(answer.tree)


def must_be_function(function, frame):
    """Fail if what should be a learner's function is a value: its `def` line is lost.

    Parameters
    ----------
    function : object
    frame : types.FrameType
        The line of the test. Other names may hold the same value, such as the letter "b": the one
        that this line asks for first is meant.
    """
    if callable(function):
        return
    asked, names = frame.f_code.co_names, frame.f_globals
    name = next((key for key in asked if names.get(key) is function), None)
    if name is None or inspect.ismodule(function):
        return
    raise CheckFailed(
        say(
            "`{name}` holds {value} here, and should be a function. What has become of "
            "the line `def {name}(...):` in the cell of your answer?",
            name=name,
            value=show(function),
        )
    )
