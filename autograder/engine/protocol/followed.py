"""Lists, dicts, sets and arrays that both sides hold, and that stay one thing to both.

A value that can be changed and has crossed is followed as long as each side has a use for its half:
what one side does to it is told to the other in the next message, and when it crosses again, the
other side gets the half that it has.
"""

import operator
import sys
from contextlib import suppress
from itertools import chain
from typing import Any

import numpy as np

from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.kinds import NotPlain
from autograder.engine.protocol.operations import by_identity
from autograder.engine.protocol.plain import Encoder
from autograder.engine.protocol.refilling import refill

MOST = 2000
"""Values that are followed at a time: with more of them, all are let go."""

LARGE = 2**22
"""Bytes of an array that is not followed after the call that brought it."""


class Followed:
    """The table of one side.

    Parameters
    ----------
    first : int
        0 or 1: the two sides give even and odd numbers.
    takes_large : bool
        Whether large arrays are taken that this side sends.
    tells_views : bool
        Whether this side tells which array another one shows a part of.
    """

    def __init__(self, first: int, takes_large: bool, tells_views: bool = False) -> None:
        self.tells_views = tells_views
        self.takes_large = takes_large
        self.numbers: dict[int, int] = {}
        self.sizes: dict[int, int] = {}
        self._values: dict[int, Any] = {}
        self._seen: dict[int, Any] = {}
        self._next = first

    def __getitem__(self, number: int) -> Any:
        """Return the value of a number; KeyError if there is none."""
        return self._values[number]

    def add(self, value: Any) -> int:
        """Give a value a number."""
        self._next += 2
        self.take(self._next, value)
        return self._next

    def take(self, number: int, value: Any) -> None:
        """Take a value that the other side has given a number."""
        self.drop([number])
        self._values[number] = value
        self.numbers[id(value)] = number

    def drop(self, numbers: Any) -> None:
        """Let values go."""
        for number in numbers:
            if number in self._values:
                self.numbers.pop(id(self._values.pop(number)), None)
                self._seen.pop(number, None)
                self.sizes.pop(number, None)

    def drop_all(self) -> list[int]:
        """Let all values go; return their numbers."""
        numbers = list(self._values)
        self.drop(numbers)
        return numbers

    def takes(self, value: Any) -> bool:
        """Whether a value that this side sends is followed."""
        return self.takes_large or not _is_large(value)

    def look(self, told: list | tuple = ()) -> None:
        """Remember what the values hold that are new, or that were told of."""
        for number, *_ in told:
            self._seen.pop(number, None)
        for number, value in self._values.items():
            if number not in self._seen:
                self._seen[number] = _held(value)

    def changes(self, encoder: Encoder) -> list:
        """Tell of what has changed on this side."""
        told = []
        for number, value in list(self._values.items()):
            if number in self._seen and not _same(self._seen[number], _held(value)):
                with suppress(NotPlain):  # what it holds now cannot cross
                    told.append([number, encoder.attempt(encoder.content, value)])
        return told

    def has_changes(self) -> bool:
        """Whether there is anything to tell."""
        return any(not _same(old, _held(self._values[n])) for n, old in self._seen.items())

    def apply(self, told: list, decoder: Decoder) -> None:
        """Do here what has changed on the other side."""
        for number, content in told:
            refill(self._values[number], decoder(content))
            self._seen.pop(number, None)

    def unused(self) -> list[int]:
        """Let the values go that this side has no other use for; return their numbers."""
        dropped = []
        for number in list(self._values):
            value = self._values[number]
            is_held = sys.getrefcount(value) > ONLY_HERE
            del value
            if not is_held:
                self.drop([number])
                dropped.append(number)
        return dropped

    def too_much(self, spared: int = 0) -> list[int]:
        """Let go what would take too long to follow; return the numbers.

        Parameters
        ----------
        spared : int
            How many more there may be for now.
        """
        if len(self._values) > MOST + spared:
            return self.drop_all()
        if self.takes_large:
            return []
        large = [number for number, value in self._values.items() if _is_large(value)]
        self.drop(large)
        return large


def _references() -> int:
    """Return how many references there are to a value that only a table holds."""
    table = {0: object()}
    for number in list(table):
        value = table[number]
    return sys.getrefcount(value)


ONLY_HERE = _references()


def _is_large(value: Any) -> bool:
    return type(value) is np.ndarray and value.nbytes > LARGE


def _held(value: Any) -> Any:
    """Return what a value holds, to see later whether it has changed."""
    kind = type(value)
    if kind is list or kind is set:
        return tuple(value)
    if kind is dict:
        return tuple(chain.from_iterable(value.items()))
    if kind is np.ndarray:
        if value.dtype.hasobject:
            return tuple(value.ravel().tolist())
        return [value.dtype, value.shape, value.tobytes()]
    if kind is bytearray:
        return bytes(value)
    encoder = Encoder(by_identity)
    try:
        return [encoder.content(value), encoder.blobs]
    except NotPlain:
        return None


def _same(old: Any, new: Any) -> bool:
    if type(old) is tuple and type(new) is tuple:
        # By identity: nobody's own `__eq__` is asked.
        return len(old) == len(new) and all(map(operator.is_, old, new))
    return type(old) is type(new) and old == new
