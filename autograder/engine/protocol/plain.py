"""Plain data as JSON and .npy blobs; `decoding` rebuilds exactly the types that were sent.

Nothing here runs code of the other side: no pickle, no classes by name, no subclasses. What is not
plain goes to a hook, ``other``, of whoever encodes or decodes.

Numbers, texts, ``True``, ``False`` and ``None`` stand for themselves. Everything else is a JSON
list with a tag in front, for instance ``["tuple", 1, 2]``. A value that can be changed and is met
again is sent once, with a number: ``["def", 0, "list", 1]``, then ``["use", 0]``.
"""

import pathlib
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.engine.protocol import npy, views
from autograder.engine.protocol.codecs.codec import CODECS, NoPlainParts
from autograder.engine.protocol.kinds import (
    JSON_INTEGERS,
    MAX_DEPTH,
    MUTABLE,
    NAMES,
    OF_ONE_MESSAGE,
    SCALARS,
    NotPlain,
    refuse,
)

CAN_CHANGE = frozenset({"list", "dict", "set", "bytearray", "array", "objects", "as", "view"})


class _Met:
    """A value that can be changed, as an encoder has met it; it keeps it, and so its ``id``."""

    __slots__ = ("node", "number", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        self.node: list = []
        self.number: int | None = None


def _can_change(kind: type) -> bool:
    if kind in MUTABLE:
        return True
    codec = None if kind in NAMES else CODECS.of(kind)
    return codec is not None and codec.refill is not None


class Encoder:
    """Turns one message's values into JSON and blobs.

    Parameters
    ----------
    other : callable
        Gets a value that is not plain; returns a tagged list, or raises ``NotPlain``.
    known : dict
        ``id`` of a mutable value -> its number: such a value is sent as its number only.
    register : list or None
        Receives each mutable value as it is met, and gives it the next number.
    followed : Followed or None
        Gives numbers that last longer than the message.
    """

    def __init__(
        self,
        other: Callable[[Any, "Encoder"], list] = refuse,
        known: dict[int, int] | None = None,
        register: list | None = None,
        followed: Any = None,
    ) -> None:
        self.blobs: list[bytes] = []
        self.other = other
        self.followed = followed
        self.added: list[int] = []
        self.known = {} if known is None else known
        if followed is not None:
            self.known = followed.numbers
        self.register = register
        self._met: dict[int, _Met] = {}
        self._named = OF_ONE_MESSAGE
        self._depth = 0

    def __call__(self, value: Any) -> Any:
        """Encode a value, or name it if both sides know it."""
        kind = type(value)
        if value is None or kind in (bool, float, str):
            return value
        if id(value) in self.known:
            return ["known", self.known[id(value)]]
        if not _can_change(kind):
            return self.content(value)
        if self.followed is not None and self.followed.takes(value):
            return self._followed(value)
        if self.register is None:
            return self._once(value)
        self.known[id(value)] = len(self.register)
        self.register.append(value)
        return self.content(value)

    def _once(self, value: Any) -> list:
        """Encode a value that can be changed; where it was met before, name it."""
        met = self._met.get(id(value))
        if met is not None:
            if met.number is None:
                met.number, self._named = self._named, self._named + 1
                if met.node:
                    met.node[:0] = ["def", met.number]
            return ["use", met.number]
        met = self._met[id(value)] = _Met(value)
        try:
            content = self.attempt(self.content, value)
        except BaseException:
            self._met.pop(id(value), None)
            raise
        met.node += content if met.number is None else ["def", met.number, *content]
        return met.node

    def _followed(self, value: Any) -> list:
        """Encode a value under a number that both sides keep."""
        before = len(self.added)
        number = self.followed.add(value)
        self.added.append(number)
        try:
            content = self._view(value) or self.attempt(self.content, value)
        except BaseException:
            self._undo(before)
            raise
        if content[0] not in CAN_CHANGE:
            self._undo(before)  # it stands for an object
            return content
        return ["def", number, *content]

    def _view(self, value: Any) -> list | None:
        """Encode an array as a part of another one; None where it is none."""
        whole = views.whole_of(value) if self.followed.tells_views else None
        return None if whole is None else ["view", self(whole), *views.place(value, whole)]

    def attempt(self, encode: Callable[[Any], Any], value: Any) -> Any:
        """Encode a value; where it fails, nobody gets what was met in it, nor is it referred to."""
        met, added = len(self._met), len(self.added)
        try:
            return encode(value)
        except BaseException:
            while len(self._met) > met:
                self._met.popitem()
            self._undo(added)
            raise

    def no_more(self) -> None:
        """Follow nothing that comes from now on: the other side may not look at it."""
        self.followed = None

    def _undo(self, added: int) -> None:
        if self.followed is not None:
            self.followed.drop(self.added[added:])
        del self.added[added:]

    def content(self, value: Any) -> Any:
        """Encode a value although both sides may know it."""
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                raise NotPlain("the data are nested too deeply, or contain themselves")
            return self._content(value)
        finally:
            self._depth -= 1

    def _content(self, value: Any) -> Any:
        kind = type(value)
        if value is None or kind in (bool, float, str):
            return value
        if kind is int:
            return value if -JSON_INTEGERS < value < JSON_INTEGERS else ["int", hex(value)]
        if kind in (list, tuple, set, frozenset):
            return [kind.__name__, *map(self, value)]
        if kind is dict:
            return ["dict", *([self(key), self(part)] for key, part in value.items())]
        if kind is np.ndarray or kind in SCALARS:
            return self._array(value)
        if kind in (bytes, bytearray):
            return [kind.__name__, self._blob(bytes(value))]
        if kind is complex:
            return ["complex", value.real, value.imag]
        if kind is slice or kind is range:
            return [kind.__name__, *map(self, (value.start, value.stop, value.step))]
        if value is Ellipsis:
            return ["..."]
        if isinstance(value, type) and value in NAMES:
            return ["type", NAMES[value]]
        if isinstance(value, np.dtype) and value.kind not in "OV":
            return ["dtype", value.str]
        if kind is type(pathlib.Path()):
            return ["path", str(value)]
        codec = CODECS.of(kind)
        if codec is not None:
            try:
                return ["as", codec.name, *map(self, codec.parts(value))]
            except NoPlainParts:
                pass
        return self.other(value, self)

    def _array(self, value: Any) -> list:
        if value.dtype.hasobject and value.dtype.kind != "O":
            return self.other(value, self)
        if value.dtype.kind == "O":
            writeable = bool(value.flags.writeable)
            return ["objects", list(value.shape), writeable, *map(self, value.ravel().tolist())]
        index = self._blob(npy.write(np.asarray(value)))
        if type(value) is np.ndarray:
            return ["array", index, bool(value.flags.writeable)]
        return ["scalar", index]

    def _blob(self, data: bytes) -> int:
        self.blobs.append(data)
        return len(self.blobs) - 1
