"""An error of the learner's code, raised again in the test that met it."""

import builtins
import sys
from typing import Any

from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.kinds import DAMAGE, NotPlain

NOTEBOOK = "<the notebook>"
GONE = (
    "The notebook's process has ended: did its code call exit, or take more memory or time than "
    "it may?"
)
TEST_ERRORS = (Exception, SystemExit)
"""What a function of a test may raise into the learner's code."""

MAX_FRAMES = 200
MAX_CAUSES = 3


class LearnerGone(Exception):
    """The learner's process has ended: by itself, or for what it took."""


def rebuild_error(
    told: dict, decoder: Decoder, packages: set[str], depth: int = 0
) -> BaseException:
    """Make an error of the nearest type that the checker knows.

    Parameters
    ----------
    told : dict
        What the learner's process says of the error.
    decoder : Decoder
        For the error's arguments.
    packages : set of str
        Top-level modules whose error types exist on both sides.
    depth : int
        How many errors it is the cause of.

    Returns
    -------
    BaseException
        With the learner's frames in ``learner_frames``.
    """
    text = str(told["text"])
    error = _own(told, decoder, text)
    if error is None:
        kind, exact = _nearest(told["named"], packages)
        error = _made(kind, told, decoder) if exact else None
        if error is None or str(error) != text:
            error = _likeness(kind, told, text)
    for note in told.get("notes", []):
        error.add_note(str(note))
    error.learner_frames = [str(frame) for frame in told["frames"][:MAX_FRAMES]]  # type: ignore[attr-defined]
    if isinstance(told.get("cause"), dict) and depth < MAX_CAUSES:
        error.__cause__ = rebuild_error(told["cause"], decoder, packages, depth + 1)
    return error


def _own(told: dict, decoder: Decoder, text: str) -> BaseException | None:
    """Return the stand-in for an error whose class the learner wrote."""
    if told.get("object") is None:
        return None
    try:
        error = decoder(told["object"])
    except NotPlain:
        return None
    if not isinstance(error, Exception):
        return None
    BaseException.args.__set__(error, (text,))  # what it shows; a test asks for its own
    return error


def _likeness(kind: type[BaseException], told: dict, text: str) -> BaseException:
    """Return an error of a class made for it, which has the name and the text of the original."""
    body = {"__str__": lambda self: text, "__init__": _take_anything}
    name = str(told["named"][0][1]).rpartition(".")[2]
    likeness = type(name, (kind,), body)
    likeness.__module__ = str(told["named"][0][0])
    error = likeness.__new__(likeness)
    error.args = (text,)
    return error


def _take_anything(self: BaseException, *_: Any) -> None:
    """An error that is rebuilt from its text needs nothing else."""


def _nearest(named: list, packages: set[str]) -> tuple[type[BaseException], bool]:
    """Return the first error type on the list that both sides have, and whether it is the first."""
    for place, (module, qualname) in enumerate(named):
        found: Any = None
        if module == "builtins":
            found = getattr(builtins, str(qualname), None)
        elif str(module).partition(".")[0] in packages:
            found = getattr(sys.modules.get(str(module)), str(qualname), None)
        if (
            isinstance(found, type)
            and issubclass(found, BaseException)
            and not issubclass(found, BaseExceptionGroup)
        ):
            return found, place == 0
    return Exception, False


def _made(kind: type[BaseException], told: dict, decoder: Decoder) -> BaseException | None:
    if told["args"] is None:
        return None
    try:
        return kind(*decoder(told["args"]))
    except (NotPlain, *DAMAGE):
        return None


def warning_told(
    module: str, name: str, text: str, _: str, line: int
) -> tuple[str, type[Warning], str, int]:
    """Return what `warnings.warn_explicit` is to be given."""
    category = getattr(sys.modules.get(str(module)), str(name), None)
    if not (isinstance(category, type) and issubclass(category, Warning)):
        category = UserWarning
    # Python shows the line of the file that a warning names: never one of the grader's files.
    return str(text), category, NOTEBOOK, int(line)


def built_in_error(named: list) -> type[Exception] | None:
    """Return the built-in error that a learner's class derives from."""
    for module, qualname in named:
        found = getattr(builtins, str(qualname), None) if module == "builtins" else None
        if (
            isinstance(found, type)
            and issubclass(found, Exception)
            and not issubclass(found, ExceptionGroup)
        ):
            return found
    return None
