"""What went wrong in a test, in plain words.

The same text stands in `autograder/pages/told.py`, for feedback pages, and for the desk in
`course/desk/told.py`: neither package knows the other, and a test holds the two equal, but for
where `say` comes from.
"""

import re
from collections.abc import Sequence

from course.language import say

UNWRITTEN = "Not written yet"
"""How the stub of an answer begins, in the language of its notebook."""

STOPPED = {"CellTimeoutError", "KeyboardInterrupt"}
UNREADABLE = {"SyntaxError", "IndentationError", "TabError"}
CHECKS = {"AssertionError", "CheckFailed", "FinishedCopy"}
_UNDEFINED = re.compile(r"name '(\w+)' is not defined")
_PLACE = re.compile(r" ?\([^()]*, line (\d+)\)$")


def notes(trace: str, kind: str, value: str) -> str:
    """Return what stands below an error in its traceback: the notes that were added to it.

    Parameters
    ----------
    trace : str
        The traceback as plain text.
    kind, value : str
        The error's name and its message.
    """
    _, said, below = trace.rpartition(f"{kind}: {value}")
    return below.strip() if said else ""


def in_words(
    kind: str, value: str, answers: Sequence[tuple[str, str]] = (), noted: str = ""
) -> str:
    """Return what an error says to whoever wrote the answer.

    Parameters
    ----------
    kind : str
        The error's name.
    value : str
        Its message.
    answers : list of (str, str)
        Name and message of the errors with which the exercise's answer cells ended.
    noted : str
        Of `notes`: they say it in plain words already.
    """
    if kind in CHECKS:
        return value
    if kind in STOPPED:
        return say("It did not come to an end: is there a loop that never stops?")
    if kind == "NotImplementedError" and value.startswith((UNWRITTEN, say(UNWRITTEN))):
        return f"{say(UNWRITTEN)}."
    if noted:
        return noted
    undefined = _UNDEFINED.match(value) if kind == "NameError" else None
    if undefined and answers:
        return _without_answer(undefined[1], *answers[0])
    return f"{kind}: {value}" if value else kind


def _without_answer(name: str, kind: str, value: str) -> str:
    """Say that an answer cell did not run, which is why a test found nothing."""
    if kind in STOPPED:
        return say("The answer did not come to an end, so there is no `{name}` to test.", name=name)
    if kind in UNREADABLE:
        value = _PLACE.sub(r", line \1", value)
        return say(
            "Python cannot read the answer ({value}), so there is no `{name}` to test.",
            value=value,
            name=name,
        )
    return say(
        "The answer stopped with an error ({kind}: {value}), so there is no `{name}` to test.",
        kind=kind,
        value=value,
        name=name,
    )
