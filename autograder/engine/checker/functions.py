"""What a test sees of a learner's functions: real functions, which ask the learner's process."""

import inspect
import linecache
import types
import weakref
from collections.abc import Callable
from typing import Any, Protocol

from autograder.engine.protocol.kinds import NotPlain

NUMBERS: weakref.WeakKeyDictionary[types.FunctionType, int] = weakref.WeakKeyDictionary()
"""Stand-in -> the learner's function. Not written on it: `functools.wraps` copies what is."""


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
    NUMBERS[stand_in] = number
    stand_in.__annotations__ = told["annotations"]
    # Its text is the learner's, or none: never that of this function.
    stand_in.__code__ = stand_in.__code__.replace(co_filename=f"{__file__} (a call)")
    signature = make_signature(told["signature"])
    if signature is not None:
        stand_in.__dict__["__signature__"] = signature
        stand_in.__defaults__, stand_in.__kwdefaults__ = _defaults(signature)
    original = _unrunnable(told, number)
    if original is not None:
        stand_in.__dict__["__wrapped__"] = original
    return stand_in


def _defaults(signature: inspect.Signature) -> tuple[tuple | None, dict | None]:
    """Return the defaults of a function as it holds them itself."""
    given = [one for one in signature.parameters.values() if one.default is not one.empty]
    by_name = {one.name: one.default for one in given if one.kind is one.KEYWORD_ONLY}
    return tuple(one.default for one in given if one.name not in by_name) or None, by_name or None


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


def decoded(told: dict, decoder: Callable[[Any], Any]) -> dict:
    """Return what is told with the data in it rebuilt: defaults, and what stands for types."""
    rebuilt = dict(told)
    rebuilt["annotations"] = {text(name): decoder(kind) for name, kind in told["annotations"]}
    for part in ("signature", "fields"):
        if told.get(part) is not None:
            rebuilt[part] = [(*rest, _default(node, decoder)) for *rest, node in told[part]]
    return rebuilt


def _default(node: list | None, decoder: Callable[[Any], Any]) -> list | None:
    try:
        return None if node is None else [decoder(node[0])]
    except NotPlain:
        return [None]


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
        if isinstance(constant, types.CodeType) and constant.co_name == told["name"]:
            outer = tuple(types.CellType() for _ in constant.co_freevars)
            return types.FunctionType(constant, {}, closure=outer)
    return None


def text(value: Any) -> str:
    """Return a text that came from the learner's process; a question mark where it is none."""
    return value if isinstance(value, str) else "?"
