"""The learner's halves of a test's objects: those that both sides follow, and those that ask."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.engine.protocol.operations import as_method, named


class Iterator:
    """An iterator of the test's.

    Parameters
    ----------
    step : callable
        Gives the next value, or raises StopIteration.
    """

    def __init__(self, step: Callable) -> None:
        self._step = step

    def __iter__(self) -> "Iterator":
        """Return itself."""
        return self

    def __next__(self) -> Any:
        """Ask for the next value."""
        return self._step()

    def __reduce__(self) -> Any:
        """Refuse to be copied: both would go on with the same values."""
        raise TypeError("an iterator of the test's cannot be copied")


def _attribute(self: Any, name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
    return type(self)._asked("getattr", name)


def _set(self: Any, name: str, value: Any) -> None:
    type(self)._asked("setattr", name, value)


def _delete(self: Any, name: str) -> None:
    type(self)._asked("delattr", name)


def _copied(word: str) -> Callable:
    def method(self: Any, *_: Any) -> Any:
        return type(self)._asked(word)

    return method


def _refuse(self: Any, *_: Any, **__: Any) -> None:
    raise TypeError(f"another {type(self).__name__} can only be made where the test has its class")


def _method(word: str) -> Callable:
    def method(self: Any, *args: Any) -> Any:
        return type(self)._asked(word, *args)

    method.__name__ = word
    return method


def make_object(asked: Callable, name: str, special: list[str]) -> Any:
    """Return the half of an object.

    Parameters
    ----------
    asked : callable
        Does with the test's half what it is told.
    name : str
        Of the class.
    special : list of str
        The special methods that it has.
    """
    body: dict[str, Any] = {word: _method(word) for word in special}
    body |= {"__getattr__": _attribute, "__setattr__": _set, "__delattr__": _delete}
    body |= {word: _copied(word) for word in ("__copy__", "__deepcopy__")}
    body |= {"__init__": _refuse, "__module__": "__main__", "_asked": staticmethod(asked)}
    return object.__new__(type(name, (), body))


class Halves:
    """Makes the halves, and knows those that ask.

    Parameters
    ----------
    callback : callable
        Makes a function that runs in the checker, by its number there.
    """

    def __init__(self, callback: Callable[[int], Callable]) -> None:
        self._callback = callback
        self._handed: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}

    def number(self, value: Any) -> int | None:
        """Return the number of a half that asks; None for anything else."""
        return self._numbers.get(id(value))

    def handed(self, tag: str, number: int, *told: Any) -> Any:
        """Return the half of an iterator, or of an object of a class that a test has made."""
        if number not in self._handed:
            asked = self._callback(number)
            half = Iterator(asked) if tag == "iterator" else make_object(asked, *told)
            self._handed[number] = half
            self._numbers[id(half)] = number
        return self._handed[number]

    def shared(self, made: list) -> Any:
        """Make the half of an object that both sides follow by its attributes."""
        what, *parts = made
        if what == "generator":
            return np.random.Generator(getattr(np.random, parts[0])())
        base, name, methods, attributes = parts
        kind = named(*base)
        if methods or attributes:
            own = {m: as_method(self._callback(number)) for m, number in methods.items()}
            kind = type(name, (kind,), {**attributes, **own})
        return kind.__new__(kind)
