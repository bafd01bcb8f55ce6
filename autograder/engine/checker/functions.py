"""What a test sees of a learner's functions: real functions, which ask the learner's process."""

import inspect
import linecache
import types
from collections.abc import Callable
from typing import Any, Protocol

from autograder.engine.protocol.kinds import NotPlain


class Asks(Protocol):
    """Asks the learner's process to do something with an object."""

    def ask(self, what: str, *args: Any, **kwargs: Any) -> Any:
        """Return what came of it, or raise what was raised."""


def make_function(remote: Asks, number: int, told: dict) -> types.FunctionType:
    """Return the stand-in for a function: a real function, which asks the learner's process."""

    def stand_in(*args: Any, **kwargs: Any) -> Any:
        return remote.ask("call", stand_in, *args, **kwargs)

    stand_in.__name__ = text(told["name"])
    stand_in.__qualname__ = text(told["qualname"])
    stand_in.__module__ = text(told["module"])
    stand_in.__doc__ = told["doc"] if isinstance(told["doc"], str) else None
    stand_in.__dict__["_stand_in_number"] = number
    signature = make_signature(told["signature"])
    if signature is not None:
        stand_in.__dict__["__signature__"] = signature
    original = _unrunnable(told, number)
    if original is not None:
        stand_in.__dict__["__wrapped__"] = original
    return stand_in


def make_signature(told: list | None) -> inspect.Signature | None:
    """Return the signature that the learner's process tells of; None where it makes no sense."""
    if told is None:
        return None
    empty = inspect.Parameter.empty
    try:
        return inspect.Signature(
            [
                inspect.Parameter(name, inspect._ParameterKind(kind), default=default[0])
                if default
                else inspect.Parameter(name, inspect._ParameterKind(kind), default=empty)
                for name, kind, default in told
            ]
        )
    except (ValueError, TypeError):
        return None


def with_signature(told: dict, decoder: Callable[[Any], Any]) -> dict:
    """Return what is told with the defaults of its signature rebuilt, which are data themselves."""
    signature = told.get("signature")
    if signature is None:
        return told
    rebuilt = []
    for name, kind, default in signature:
        try:
            value = None if default is None else [decoder(default[0])]
        except NotPlain:
            value = [None]
        rebuilt.append((name, kind, value))
    return {**told, "signature": rebuilt}


def _unrunnable(told: dict, number: int) -> types.FunctionType | None:
    """Return a function with the learner's text, for tests that look at it; it is never called."""
    source = told.get("source")
    if not isinstance(source, str):
        return None
    if source[:1].isspace():  # a method, which stands further to the right
        source = f"if True:\n{source}"
    filename = f"<the learner's text {number}>"
    try:
        code = compile(source, filename, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    for constant in code.co_consts:
        if (
            isinstance(constant, types.CodeType)
            and constant.co_name == told["name"]
            and not constant.co_freevars
        ):
            return types.FunctionType(constant, {})
    return None


def text(value: Any) -> str:
    """Return a text that came from the learner's process; a question mark where it is none."""
    return value if isinstance(value, str) else "?"
