"""An error of the learner's code, raised again in the test that met it."""

import builtins
import sys
from typing import Any

from autograder.engine.plain import Decoder, NotPlain

TEST_ERRORS = (Exception, SystemExit)
"""What a function of a test may raise into the learner's code."""

MAX_FRAMES = 200


def rebuild_error(told: dict, decoder: Decoder, packages: set[str]) -> BaseException:
    """Make an error of the nearest type that the checker knows.

    Parameters
    ----------
    told : dict
        What the learner's process says of the error.
    decoder : Decoder
        For the error's arguments.
    packages : set of str
        Top-level modules whose error types exist on both sides.

    Returns
    -------
    BaseException
        With the learner's frames in ``learner_frames``.
    """
    text = str(told["text"])
    kind, exact = _nearest(told["named"], packages)
    error = _made(kind, told, decoder) if exact else None
    if error is None or str(error) != text:
        name = str(told["named"][0][1])
        likeness = type(name, (kind,), {"__str__": lambda self: text, "__init__": _take_anything})
        likeness.__module__ = str(told["named"][0][0])
        error = likeness.__new__(likeness)
        error.args = (text,)
    for note in told.get("notes", []):
        error.add_note(str(note))
    error.learner_frames = [str(frame) for frame in told["frames"][:MAX_FRAMES]]  # type: ignore[attr-defined]
    error._from_the_learner = True  # type: ignore[attr-defined]
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
        if isinstance(found, type) and issubclass(found, BaseException):
            return found, place == 0
    return Exception, False


def _made(kind: type[BaseException], told: dict, decoder: Decoder) -> BaseException | None:
    if told["args"] is None:
        return None
    try:
        return kind(*decoder(told["args"]))
    except (NotPlain, TypeError, ValueError, AttributeError):
        return None
