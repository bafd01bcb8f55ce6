"""What a test sees of a learner's functions, classes and objects.

A stand-in has the name, the documentation and the signature of the original; whatever is done with
it is done in the learner's process, and only plain data come back.
"""

import types
from typing import Any

from autograder.engine.checker.functions import NUMBERS, Asks, text

ANSWERED = ("__dict__", "__annotations__", "__self__", "__func__", "__slots__", "__members__")
"""The names with double underscores that a learner's object is asked for."""


class StandInType(type):
    """The type of the stand-ins for classes: calling one makes an object, where the class is."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Make an object."""
        made = cls._remote.ask("call", cls, *args, **kwargs)  # type: ignore[attr-defined]
        is_kept = isinstance(made, StandIn) and type(made) is cls
        if not is_kept or not cls.__dict__.get("_is_the_courses"):
            return made
        # Another one: where the learner's code gives the object back, it is a result of its own.
        number = number_of(made)
        twin = make_object(cls, -1 if number is None else number)
        object.__setattr__(twin, "_made_by_test", True)
        return twin

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
        return iterated(cls)

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

    __slots__ = ("__weakref__", "_made_by_test", "_number")
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
        return NUMBERS.get(value)
    return None


def is_the_courses(value: Any) -> None:
    """Take note that the course's own notebook defines a class, if a value stands for one."""
    if isinstance(value, StandInType):
        type.__setattr__(value, "_is_the_courses", True)


def made_by_test(value: Any) -> bool:
    """Whether a test has made an object itself, of a class of the course's."""
    try:
        return object.__getattribute__(value, "_made_by_test")
    except AttributeError:
        return False


def make_object(kind: type, number: int) -> StandIn:
    """Return the stand-in for an object of a class."""
    made = kind.__new__(kind)
    object.__setattr__(made, "_number", number)
    return made


def iterated(self: Any) -> Any:
    """Go through an object or a class of the learner's."""
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
