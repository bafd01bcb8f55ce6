"""What a test sees of a learner's functions, classes and objects.

A stand-in has the name, the documentation and the signature of the original; whatever is done with
it is done in the learner's process, and only plain data come back.

Operators work between two stand-ins. Between a stand-in and plain data they do not: an object that
calls itself equal to 6, or whose difference from 6 is 0, is not 6.
"""

import functools
import types
from collections.abc import Callable
from typing import Any

from autograder.engine.checker import likenesses
from autograder.engine.checker.functions import Asks, make_signature, text

UNARY = (
    "len", "next", "bool", "float", "int", "index", "complex", "round", "neg", "pos", "abs",
    "invert", "hash", "enter",
)  # fmt: skip
PLAIN_ARGUMENTS = ("getitem", "setitem", "delitem", "call", "exit")
ANSWERED = ("__dict__", "__annotations__", "__self__", "__func__", "__slots__", "__members__")
"""The names with double underscores that a learner's object is asked for."""

FINAL: dict[Any, type] = {
    ("builtins", kind.__name__): kind
    for kind in (types.GeneratorType, property, zip, map, filter, enumerate, reversed)
}
"""Classes of Python's own whose objects `isinstance` shall know."""

BETWEEN_TWO = (
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "eq", "ne", "lt", "le",
    "gt", "ge",
)  # fmt: skip


class StandInType(type):
    """The type of the stand-ins for classes: calling one makes an object, where the class is."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Make an object."""
        return cls._remote.ask("call", cls, *args, **kwargs)  # type: ignore[attr-defined]

    def __getattr__(cls, name: str) -> Any:
        """Ask for an attribute of the class."""
        if _is_private(name):
            raise AttributeError(name)
        return cls._remote.ask("getattr", cls, name)  # type: ignore[attr-defined]

    def __dir__(cls) -> list[str]:
        """List the attributes of the class."""
        return cls._remote.ask("dir", cls)  # type: ignore[attr-defined]

    def __bool__(cls) -> bool:
        """Say that there is a class."""
        return True

    def __iter__(cls) -> Any:
        """Go through the class, if it is an enumeration."""
        return _iterated(cls)

    def __len__(cls) -> int:
        """Count the members of an enumeration."""
        return cls._remote.ask("len", cls)  # type: ignore[attr-defined]

    def __getitem__(cls, key: Any) -> Any:
        """Return a member of an enumeration."""
        return cls._remote.ask("getitem", cls, key)  # type: ignore[attr-defined]

    def __setattr__(cls, name: str, value: Any) -> None:
        """Set an attribute of the class."""
        cls._remote.ask("setattr", cls, name, value)  # type: ignore[attr-defined]


class StandIn:
    """The base of all stand-ins for objects."""

    __slots__ = ("__weakref__", "_number")
    _remote: Asks

    def __getattr__(self, name: str) -> Any:
        """Ask for an attribute."""
        if _is_private(name):
            raise AttributeError(name)
        return type(self)._remote.ask("getattr", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute."""
        type(self)._remote.ask("setattr", self, name, value)

    def __delattr__(self, name: str) -> None:
        """Delete an attribute."""
        type(self)._remote.ask("delattr", self, name)

    def __repr__(self) -> str:
        """Return the object's own text."""
        return text(type(self)._remote.ask("repr", self))

    def __str__(self) -> str:
        """Return the object's own text."""
        return text(type(self)._remote.ask("str", self))

    def __dir__(self) -> list[str]:
        """List the object's attributes."""
        return type(self)._remote.ask("dir", self)

    def __copy__(self) -> Any:
        """Copy the object, where it is."""
        return type(self)._remote.ask("copy", self)

    def __deepcopy__(self, memo: dict) -> Any:
        """Copy the object, where it is."""
        return type(self)._remote.ask("deepcopy", self)

    def __reduce__(self) -> Any:
        """Refuse to be pickled."""
        raise TypeError("what stands in for a learner's object cannot be pickled")


def _is_private(name: str) -> bool:
    """Whether an attribute is none of the learner's to answer for.

    NumPy and others ask an object by such names how to treat it: whether two arrays are close, for
    instance. That is not for the object to say.
    """
    if name.startswith("_remote"):
        return True
    return name.startswith("__") and name.endswith("__") and name not in ANSWERED


def number_of(value: Any) -> int | None:
    """Return the number of the object that a value stands in for."""
    if isinstance(type(value), StandInType):
        try:
            return object.__getattribute__(value, "_number")
        except AttributeError:
            return None
    if isinstance(value, StandInType):
        return type.__getattribute__(value, "_class_number")
    if isinstance(value, types.FunctionType):
        return value.__dict__.get("_stand_in_number")
    return None


def make_object(kind: type, number: int) -> StandIn:
    """Return the stand-in for an object of a class."""
    made = kind.__new__(kind)
    object.__setattr__(made, "_number", number)
    return made


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
    }
    for name in special:
        if name in UNARY or name in PLAIN_ARGUMENTS:
            body[f"__{name}__"] = _passed_on(name)
        elif name in BETWEEN_TWO:
            body[f"__{name}__"] = _between_two(name)
    if "iter" in special or "getitem" in special:
        body["__iter__"] = _iterated
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
    if shadow is not None:
        # Python asks `__class__` where the type itself does not answer `isinstance`.
        # Late: libraries look for their own classes by name among all that derive from one.
        likeness = functools.cache(lambda: types.new_class(text(told["name"]), (shadow,)))
        body["__class__"] = property(lambda self: likeness())
    signature = make_signature(told["signature"])
    if signature is not None:
        body["__signature__"] = signature
    if error is not None and not any(issubclass(base, BaseException) for base in bases):
        # An error can be raised and expected only if its class is one for Python, too.
        del body["__slots__"]
        body["__getattr__"] = StandIn.__getattr__
        body["__repr__"] = StandIn.__repr__
        bases = (error,)
    bases = tuple(base for base in bases if not likenesses.is_whole(base))
    return type.__new__(StandInType, text(told["name"]), bases or (StandIn,), body)


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
        if number_of(other) is None:
            return NotImplemented
        return type(self)._remote.ask(name, self, other)

    special.__name__ = f"__{name}__"
    return special


def _iterated(self: Any) -> Any:
    remote = self._remote if isinstance(self, type) else type(self)._remote
    iterator = remote.ask("iter", self)
    if number_of(iterator) is None:
        return iter(iterator)
    return _steps(remote, iterator)


def _steps(remote: Asks, iterator: Any) -> Any:
    while True:
        try:
            value = remote.ask("next", iterator)
        except StopIteration:
            return
        yield value


def refused(name: str, why: str) -> Any:
    """Return what stands for a value that cannot cross: whatever is done with it says why."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise TypeError(f"{name} cannot be used from a test in a process of its own: {why}")

    asked = ("getattribute", "iter", "contains", "repr", "str", *UNARY, *PLAIN_ARGUMENTS)
    body = {f"__{word}__": refuse for word in (*asked, *BETWEEN_TWO)}
    return object.__new__(type("Refused", (), body))
