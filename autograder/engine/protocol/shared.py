"""Objects that live on both sides: the checker makes them, the learner's code works on them.

An optimizer or a layer that a test hands over belongs to a module which both sides have imported.
Each side holds an instance of its own; before every message the sender tells what has changed in
its attributes. Generators of random numbers travel in the same way, by their state.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.plain import Encoder

Attributes = dict[str, tuple[Any, list[bytes]]]


def is_generator(value: Any) -> bool:
    """Whether a value is a source of random numbers that travels by its state."""
    return type(value) is np.random.Generator


class Shared:
    """The table of one side.

    Parameters
    ----------
    encoder : callable
        Makes an ``Encoder`` for this side's values.
    decoder : callable
        Makes a ``Decoder`` for what the other side sends.
    trusting : bool
        Whether the other side may put anything into an object: the checker does not let it replace
        what the object's class defines.
    """

    def __init__(
        self,
        encoder: Callable[[], Encoder],
        decoder: Callable[[list[bytes]], Decoder],
        trusting: bool,
    ) -> None:
        self.objects: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._synced: dict[int, Attributes] = {}
        self._encoder = encoder
        self._decoder = decoder
        self._trusting = trusting

    def number(self, value: Any) -> int | None:
        """Return the number under which both sides know an object."""
        return self._numbers.get(id(value))

    def add(self, value: Any, number: int | None = None) -> int:
        """Take an object into the table."""
        number = len(self.objects) if number is None else number
        self.objects[number] = value
        self._numbers[id(value)] = number
        self._synced[number] = {}
        return number

    @contextmanager
    def only_if_sent(self) -> Iterator[None]:
        """Take objects into the table within a block; not where it fails, and nothing is sent."""
        before = len(self.objects)
        try:
            yield
        except BaseException:
            for number in range(before, len(self.objects)):
                self._numbers.pop(id(self.objects.pop(number)), None)
                self._synced.pop(number, None)
            raise

    def changes(self) -> tuple[list, list[bytes]]:
        """Return what has changed since the last message: a JSON value and its blobs."""
        told, blobs = [], []
        done: set[int] = set()
        # Objects met on the way come into the table, and are told of in the same message.
        while left := [number for number in self.objects if number not in done]:
            for number in left:
                before, now = self._synced[number], self._attributes(number)
                for name, (node, parts) in now.items():
                    if before.get(name) != (node, parts):
                        told.append([number, name, node, len(blobs), len(parts)])
                        blobs += parts
                told += [[number, name] for name in before if name not in now]
                self._synced[number] = now
                done.add(number)
        return told, blobs

    def apply(self, told: list, blobs: list[bytes]) -> None:
        """Do to this side's objects what was done to the other side's."""
        for number, name, *content in told:
            value = self.objects[number]
            if is_generator(value):
                node, first, length = content
                state = self._decoder(blobs[first : first + length])(node)
                if state["bit_generator"] == value.bit_generator.state["bit_generator"]:
                    value.bit_generator.state = state
            elif self._may_change(value, name):
                if content:
                    node, first, length = content
                    new = self._decoder(blobs[first : first + length])(node)
                    _assign(vars(value), name, new)
                else:
                    vars(value).pop(name, None)
        for number in {entry[0] for entry in told}:
            self._synced[number] = self._attributes(number)

    def _may_change(self, value: Any, name: Any) -> bool:
        if not isinstance(name, str) or name.startswith("__"):
            return False
        return self._trusting or not hasattr(type(value), name)

    def _attributes(self, number: int) -> Attributes:
        value = self.objects[number]
        state = {"state": value.bit_generator.state} if is_generator(value) else vars(value)
        found = {}
        for name, part in list(state.items()):
            encoder = self._encoder()
            found[name] = (encoder(part), encoder.blobs)
        return found


def _assign(attributes: dict, name: str, new: Any) -> None:
    """Set an attribute; an array or a list that others hold too changes its content instead."""
    old = attributes.get(name)
    if type(old) is type(new) is np.ndarray and (old.shape, old.dtype) == (new.shape, new.dtype):
        if old.flags.writeable:
            old[...] = new
            return
    elif type(old) is type(new) is list:
        old[:] = new
        return
    attributes[name] = new
