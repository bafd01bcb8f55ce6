"""The vocabulary of the test cells: each check is a sentence, and says a sentence when it fails.

A visible test reads like a list of sentences::

    value = checks.call(relu, -3)
    value.is_number()
    value.is_not(-3, "The negative number came through. What should a node send on for it?")
    value.equals(0)

A sentence says what was seen, what was expected, and asks one question. `is_not` only names a known
mistake: the check that finds the value wrong says its hint, and `equals` comes after it.
`call` hands the learner's function copies of the arguments, so that a function which changes its
inputs cannot spoil the next check; `keeps_inputs` says so when it happens.
"""

import copy
import inspect
import sys

import numpy as np

from course.checks import cells, reading, unwritten
from course.checks.answer import Answer
from course.checks.errors import explain
from course.checks.failed import CheckFailed
from course.checks.passed import passed
from course.checks.withheld import SENTENCE, copies_of, withhold
from course.checks.words import ask_letter, call_text, show
from course.language import say

__all__ = ["Answer", "CheckFailed", "call", "choice", "passed", "that"]


NO_RETURN = "Does the function end with a line that starts with `return`?"


def call(function, *args, said=None, **kwargs):
    """Call a learner's function and hold what it returned, ready to be checked.

    Parameters
    ----------
    function : callable
        The learner's function or method.
    *args, **kwargs
        Its arguments. The function receives copies.
    said : str, optional
        How messages name the call; without it, the call is written out.

    Returns
    -------
    Answer

    Raises
    ------
    CheckFailed
        If the function is not written yet or is none, returned nothing, or leans on the finished
        copy of the exercise (see `course.toolbox.withheld`). Whatever else the learner's code
        raises passes through, with the learner's own lines in the traceback and, where the error is
        a common one, a note in plain words below it.
    """
    __tracebackhide__ = True
    caller = sys._getframe(1)
    unwritten.must_be_function(function, caller)
    said = said or call_text(function, args, kwargs)
    given = (args, kwargs)
    received = copy.deepcopy(given)
    own = function if _is_own(function, caller) else None
    _must_be_new(function, said)
    try:
        with withhold(copies_of(function, caller.f_globals)) as called:
            value = function(*received[0], **received[1])
    except CheckFailed:  # of a finished copy: it says what there is to say
        raise
    except NotImplementedError as error:
        raise CheckFailed(unwritten.told(error, own, said, caller.f_code.co_filename)) from None
    except Exception as error:
        if type(error).__name__ == "FinishedCopy":  # so it is called where the work is graded
            raise CheckFailed(str(error)) from None
        cells.explain_fresh(error)
        cells.explain_missing(error, caller.f_code.co_filename)
        _explain_inputs(error, function, said)
        explain(error, caller.f_code.co_filename)  # the error goes on as it is
        raise
    if called:  # and the answer caught what it was told
        raise CheckFailed(say(SENTENCE, name=called[0]))
    if value is None:
        why = reading.why_nothing(own) or say(NO_RETURN)
        raise CheckFailed(say("{said} returned nothing (None). {why}", said=said, why=why))
    return Answer(value, said, given, received, function=own)


def _explain_inputs(error, function, said):
    """Add a note where the learner's function does not take what the check hands it."""
    reached = error.__traceback__.tb_next  # the learner's function, if the call came so far
    if not isinstance(error, TypeError) or reached is not None:
        return
    plain = getattr(function, "__func__", function)
    names = list(getattr(getattr(plain, "__code__", None), "co_varnames", ()))
    if inspect.ismethod(function) and names[:1] != ["self"]:
        error.add_note(
            say(
                "A method gets the object itself first, under the name `self`. What stands "
                "first in the brackets of your `def` line?"
            )
        )
    elif "argument" in str(error):
        error.add_note(
            say(
                "The check calls {said}, and your function takes other arguments. What did "
                "its `def` line name before you changed it?",
                said=said,
            )
        )


def _is_own(function, caller):
    """Whether a function is the learner's, and no helper of the test that calls it."""
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return code is not None and code.co_filename != caller.f_code.co_filename


def _must_be_new(function, said):
    """Fail if the function is of an earlier run: its cell has stopped with an error since then."""
    owner = type(function.__self__) if inspect.ismethod(function) else function
    name = getattr(owner, "__name__", "")
    why = cells.stale(name)
    if why:
        raise CheckFailed(say("{said} cannot be checked yet. {why}", said=said, why=why))


def that(condition, message):
    """Fail with `message` unless `condition` holds (a bool, or an array of bools that all hold)."""
    __tracebackhide__ = True
    if not np.all(condition):
        raise CheckFailed(message)


def choice(function, options):
    """Return what a quick question's function answered, once it is one of `options`.

    Parameters
    ----------
    function : callable
        Takes nothing and returns one letter.
    options : str
        The letters to choose from, such as "abc".

    Returns
    -------
    str
        The letter, in lower case.
    """
    __tracebackhide__ = True
    unwritten.must_be_function(function, sys._getframe(1))
    value = call(function).value
    letter = value.strip().lower() if isinstance(value, str) else None
    if letter not in tuple(options):
        letters = ", ".join(f'"{option}"' for option in options)
        raise CheckFailed(
            say(
                "Return one of {letters} (a letter in quotes). You returned {value}{question}",
                letters=letters,
                value=show(value),
                question=ask_letter(value, options),
            )
        )
    return letter


cells.watch()
