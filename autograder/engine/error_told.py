"""An error of the learner's code, described so that the checker can raise it again."""

import traceback

from autograder.engine.plain import Encoder
from autograder.engine.shell import Shell, error_text


def describe_error(error: BaseException, encoder: Encoder, shell: Shell) -> dict:
    """Describe an error, with the frames of the learner's own code.

    Parameters
    ----------
    error : BaseException
        As it was raised.
    encoder : Encoder
        For its arguments.
    shell : Shell
        Whose style the frames have.
    """
    number = getattr(error, "__autograder_error__", None)
    if number is not None:
        return {"mine": number}
    kind = type(error)
    try:
        args = encoder(list(error.args))
    except Exception:  # an error's arguments are no reason to lose the error
        args = None
    return {
        "named": [[str(base.__module__), str(base.__qualname__)] for base in kind.__mro__],
        "args": args,
        "text": error_text(error),
        "notes": [str(note) for note in getattr(error, "__notes__", [])],
        "frames": _frames(error, shell),
    }


def _frames(error: BaseException, shell: Shell) -> list[str]:
    tb = error.__traceback__
    while tb and "autograder" in tb.tb_frame.f_code.co_filename:
        tb = tb.tb_next
    if tb is None:
        return []
    try:
        return shell.InteractiveTB.structured_traceback(type(error), error, tb)
    except Exception:  # a text that cannot be made must not hide the error
        return traceback.format_tb(tb)
