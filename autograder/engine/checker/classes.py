"""What stands in for a learner's class, with the operators that its objects have.

Operators work between two stand-ins. Between a stand-in and plain data they do not: an object that
calls itself equal to 6, or whose difference from 6 is 0, is not 6. They do where the test has made
the object itself, of a class that the course's own notebook defines: then they are what it asks
about.
"""

import contextlib
import dataclasses
import functools
import types
from collections.abc import Callable
from typing import Any

from autograder.engine.checker import likenesses
from autograder.engine.checker.functions import Asks, make_signature, text
from autograder.engine.checker.stand_ins import (
    StandIn,
    StandInType,
    iterated,
    made_by_test,
    number_of,
)

UNARY = (
    "len", "next", "bool", "float", "int", "index", "complex", "round", "neg", "pos", "abs",
    "invert", "hash", "enter", "floor", "ceil", "trunc", "format", "reversed",
)  # fmt: skip
PLAIN_ARGUMENTS = ("getitem", "setitem", "delitem", "call", "exit")
FINAL: dict[Any, type] = {
    ("builtins", kind.__name__): kind
    for kind in (types.GeneratorType, property, zip, map, filter, enumerate, reversed)
}
"""Classes of Python's own whose objects `isinstance` shall know."""

BETWEEN_TWO = (
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "eq", "ne", "lt", "le",
    "gt", "ge", "and", "or", "xor", "lshift", "rshift", "divmod",
)  # fmt: skip


IN_PLACE = (
    "iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow", "imatmul", "iand", "ior",
    "ixor",
)  # fmt: skip
MOST = 1000
"""Fields of a dataclass that are told."""

REFLECTED = {f"r{name}": name for name in BETWEEN_TWO}


def make_class(
    remote: Asks,
    number: int,
    told: dict,
    bases: tuple[type, ...],
    shadow: type | None,
    error: type[Exception] | None,
) -> type:
    """Return the stand-in for a class.

    Parameters
    ----------
    remote : Asks
        The learner's process.
    number : int
        The number of the class there.
    told : dict
        What the learner's process says of it.
    bases : tuple of type
        Stand-ins for the learner's own classes that it derives from.
    shadow : type or None
        A class of the checker's own modules which it derives from: ``isinstance`` says so.
    error : type or None
        The built-in error that it derives from.
    """
    special = [str(name).strip("_") for name in told["special"]]
    body: dict[str, Any] = {
        "__slots__": (),
        "__doc__": told["doc"],
        "__module__": text(told["module"]),
        "__qualname__": text(told["qualname"]),
        "_remote": remote,
        "_class_number": number,
        "__annotations__": told["annotations"],
    }
    for name in special:
        if name in UNARY or name in PLAIN_ARGUMENTS:
            body[f"__{name}__"] = _passed_on(name)
        elif name in (*BETWEEN_TWO, *IN_PLACE):
            body[f"__{name}__"] = _between_two(name)
        elif name in REFLECTED:
            body[f"__{name}__"] = _reflected(REFLECTED[name])
        elif name == "contains":
            body["__contains__"] = _contains
    if "iter" in special or "getitem" in special:
        body["__iter__"] = iterated
    if "eq" in special and "hash" not in special:
        body["__hash__"] = None
    like = told["like"]
    if like in likenesses.WHOLE:
        return likenesses.make_whole(StandInType, text(told["name"]), bases, body, like)
    if like in likenesses.GROWING:
        base = likenesses.GROWING[like]
        body |= likenesses.compared_as(base, number_of)
        shadow = shadow or base
    if (told["module"], told["qualname"]) in FINAL:
        final = FINAL[told["module"], told["qualname"]]
        body["__class__"] = property(lambda self: final)
    if told["fields"] is not None:
        body |= _dataclass(told["fields"])
    if shadow is not None:
        # Python asks `__class__` where the type itself does not answer `isinstance`.
        # Late: libraries look for their own classes by name among all that derive from one.
        likeness = functools.cache(lambda: _likeness(text(told["name"]), shadow))
        body["__class__"] = property(lambda self: likeness())
    signature = make_signature(told["signature"])
    if signature is not None:
        body["__signature__"] = signature
    if error is not None and not any(issubclass(base, BaseException) for base in bases):
        # An error can be raised and expected only if its class is one for Python, too.
        del body["__slots__"]
        body["__getattr__"] = StandIn.__getattr__
        body["__repr__"] = StandIn.__repr__
        body["__str__"], body["args"] = _said, property(_arguments)
        bases = (error,)
    bases = tuple(base for base in bases if not likenesses.is_whole(base))
    return type.__new__(StandInType, text(told["name"]), bases or (StandIn,), body)


def _likeness(name: str, base: type) -> type:
    try:
        return types.new_class(name, (base,))
    except TypeError:  # nothing can derive from it, as from `re.Match`
        return base


def _said(self: Any) -> str:
    """Return the text that came with an error; one that the test has made is asked for it."""
    came = BaseException.args.__get__(self)
    return BaseException.__str__(self) if came else StandIn.__str__(self)


def _arguments(self: Any) -> Any:
    return type(self)._remote.ask("getattr", self, "args")


def _default(told: list | None) -> dict[str, Any]:
    return {} if told is None else {"default": told[0]}


def _dataclass(fields: list) -> dict[str, Any]:
    """Return what makes `dataclasses` know the fields of a learner's class."""
    given = [
        (name, Any, dataclasses.field(kw_only=True, **_default(default)))
        for name, default in fields
    ]
    with contextlib.suppress(Exception):  # the names may be none
        made = dataclasses.make_dataclass("_", given[:MOST], init=False, repr=False, eq=False)
        return {"__dataclass_fields__": made.__dataclass_fields__}
    return {}


def _passed_on(name: str) -> Callable:
    def special(self: Any, *args: Any, **kwargs: Any) -> Any:
        if name == "exit":
            return _left(self, *args)
        return type(self)._remote.ask(name, self, *args, **kwargs)

    special.__name__ = f"__{name}__"
    return special


def _left(self: Any, kind: Any, error: Any, _: Any) -> bool:
    """Leave a `with` block of the learner's object; it cannot swallow a failed test."""
    # Without the traceback, which belongs to the process that made it.
    swallowed = bool(type(self)._remote.ask("exit", self, kind, error, None))
    test_failed = kind is not None and (
        issubclass(kind, AssertionError) or not issubclass(kind, Exception)
    )
    return swallowed and not test_failed


def _between_two(name: str) -> Callable:
    def special(self: Any, other: Any) -> Any:
        if number_of(other) is None and not made_by_test(self):
            return NotImplemented
        made = type(self)._remote.ask(name, self, other)
        return self if name in IN_PLACE and number_of(made) == number_of(self) else made

    special.__name__ = f"__{name}__"
    return special


def _reflected(name: str) -> Callable:
    def special(self: Any, other: Any) -> Any:
        if not made_by_test(self):
            return NotImplemented
        return type(self)._remote.ask(name, other, self)

    special.__name__ = f"__r{name}__"
    return special


def _contains(self: Any, value: Any) -> bool:
    if made_by_test(self):
        return bool(type(self)._remote.ask("contains", self, value))
    return any(one is value or one == value for one in iterated(self))


def refused(name: str, why: str) -> Any:
    """Return what stands for a value that cannot cross: whatever is done with it says why."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise TypeError(f"{name} cannot be used from a test in a process of its own: {why}")

    asked = ("getattribute", "iter", "contains", "repr", "str", *UNARY, *PLAIN_ARGUMENTS)
    body = {f"__{word}__": refuse for word in (*asked, *BETWEEN_TWO)}
    return object.__new__(type("Refused", (), body))
