"""An error of the learner's code, described so that the checker can raise it again."""

import traceback
from types import TracebackType
from typing import Any

from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.finished import STUB_FILE, FinishedCopy
from autograder.engine.protocol.operations import named
from autograder.engine.protocol.plain import Encoder
from autograder.engine.protocol.shell import Shell, error_text

MOST_CAUSES = 3


def describe_error(error: BaseException, encoder: Encoder, shell: Shell, depth: int = 0) -> dict:
    """Describe an error, with the frames of the learner's own code.

    Parameters
    ----------
    error : BaseException
        As it was raised.
    encoder : Encoder
        For its arguments.
    shell : Shell
        Whose style the frames have.
    depth : int
        How many errors it is the cause of.
    """
    number = getattr(error, "__autograder_error__", None)
    if number is not None:
        return {"mine": number}
    kind = type(error)
    args = list(error.args)
    if isinstance(error, OSError) and error.filename is not None:
        args.append(error.filename)
    return {
        "object": _described(error, encoder) if kind.__module__ == "__main__" else None,
        "args": _described(args, encoder),
        "named": [[str(base.__module__), str(base.__qualname__)] for base in kind.__mro__],
        "text": error_text(error),
        "notes": [str(note) for note in getattr(error, "__notes__", [])],
        "frames": _frames(error, shell),
        "cause": None
        if error.__cause__ is None or depth >= MOST_CAUSES
        else describe_error(error.__cause__, encoder, shell, depth + 1),
    }


def _described(value: Any, encoder: Encoder) -> Any:
    try:
        return encoder(value)
    except Exception:  # an error's arguments are no reason to lose the error
        return None


def _frames(error: BaseException, shell: Shell) -> list[str]:
    tb = error.__traceback__
    while tb and "autograder" in tb.tb_frame.f_code.co_filename:
        tb = tb.tb_next
    if tb is None:
        return []
    if isinstance(error, FinishedCopy):
        _without_stub(tb)
    try:
        told = shell.InteractiveTB.structured_traceback(type(error), error, tb)
        # Without the message and the notes: the checker writes those.
        return told[: len(told) - 1 - len(getattr(error, "__notes__", []))]
    except Exception:  # a text that cannot be made must not hide the error
        return traceback.format_tb(tb)


def _without_stub(tb: TracebackType) -> None:
    """Let the frames end with the learner's own line."""
    while tb.tb_next is not None:
        if tb.tb_next.tb_frame.f_code.co_filename == STUB_FILE:
            tb.tb_next = None
            return
        tb = tb.tb_next


def error_raised(told: dict, decoder: Decoder) -> BaseException:
    """Rebuild an error that a function of the checker raised."""
    try:
        error = named(*told["type"])(*decoder(told["args"]))
    except Exception:  # it is made of what can be found here
        error = RuntimeError(told["text"])
    error.__autograder_error__ = told["number"]
    return error
