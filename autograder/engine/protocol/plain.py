"""Plain data as JSON and .npy blobs, rebuilt with exactly the types that were sent.

Nothing here runs code of the other side: no pickle, no classes by name, no subclasses. What is not
plain goes to a hook, ``other``, of whoever encodes or decodes.

Numbers, texts, ``True``, ``False`` and ``None`` stand for themselves. Everything else is a JSON
list with a tag in front, for instance ``["tuple", 1, 2]``.
"""

import math
import pathlib
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.engine.protocol import npy

MAX_DEPTH = 100
DAMAGE = (
    ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, SyntaxError,
    RecursionError, MemoryError,
)  # fmt: skip
"""What forged data make the readers raise."""

JSON_INTEGERS = 2**63
CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
MUTABLE = (list, dict, set, bytearray, np.ndarray)
TYPES = {
    kind.__name__: kind
    for kind in (
        bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset,
        range, slice, type(None), object, np.ndarray,
    )
}  # fmt: skip
SCALARS = {kind for kind in np.sctypeDict.values() if kind not in (np.object_, np.void)}
TYPES |= {
    f"numpy.{kind.__name__}": kind for kind in sorted(SCALARS, key=lambda kind: kind.__name__)
}
NAMES = {kind: name for name, kind in TYPES.items()}


class NotPlain(Exception):
    """A value that cannot cross."""


def _refuse(value: Any, *_: Any) -> Any:
    raise NotPlain(f"{type(value).__name__} is not plain data")


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
    """

    def __init__(
        self,
        other: Callable[[Any, "Encoder"], list] = _refuse,
        known: dict[int, int] | None = None,
        register: list | None = None,
    ) -> None:
        self.blobs: list[bytes] = []
        self.other = other
        self.known = {} if known is None else known
        self.register = register
        self._depth = 0

    def __call__(self, value: Any) -> Any:
        """Encode a value, or name it if both sides know it."""
        if id(value) in self.known and isinstance(value, MUTABLE):
            return ["known", self.known[id(value)]]
        if self.register is not None and type(value) in MUTABLE:
            self.known[id(value)] = len(self.register)
            self.register.append(value)
        return self.content(value)

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


class Decoder:
    """Rebuilds the values of one message. What comes may be forged: every step is checked.

    Parameters
    ----------
    blobs : list of bytes
        As they came with the message.
    other : callable
        Gets a tagged list that is not plain; returns its value, or raises ``NotPlain``.
    known : list
        Values by number.
    register : list or None
        Receives each mutable value as it is rebuilt.
    """

    def __init__(
        self,
        blobs: list[bytes],
        other: Callable[[list, "Decoder"], Any] = _refuse,
        known: list | None = None,
        register: list | None = None,
    ) -> None:
        self.blobs = blobs
        self.other = other
        self.known = [] if known is None else known
        self.register = register
        self._depth = 0

    def __call__(self, node: Any) -> Any:
        """Rebuild a value.

        Raises
        ------
        NotPlain
            If the node is not what an ``Encoder`` writes.
        """
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                raise NotPlain("the data are nested too deeply")
            return self._value(node)
        except DAMAGE as error:
            raise NotPlain(f"what came is no plain data ({error})") from None
        finally:
            self._depth -= 1

    def _value(self, node: Any) -> Any:
        if not isinstance(node, list):
            if isinstance(node, dict):
                raise NotPlain("an object without a tag")
            return node
        tag, *parts = node
        if tag in ("list", "dict", "set"):
            return self._mutable(tag, parts)
        if tag in ("tuple", "frozenset"):
            return CONTAINERS[tag](map(self, parts))
        if tag == "known":
            return self.known[self._index(parts[0])]
        if tag == "array":
            value = self._array(self.blobs[self._index(parts[0])])
            value.flags.writeable = bool(parts[1])
            return self._registered(value)
        if tag == "scalar":
            return self._array(self.blobs[self._index(parts[0])])[()]
        if tag == "objects":
            return self._objects(*parts)
        if tag == "int":
            return int(parts[0], 16)
        if tag == "bytes":
            return self.blobs[self._index(parts[0])]
        if tag == "bytearray":
            return self._registered(bytearray(self.blobs[self._index(parts[0])]))
        if tag == "complex":
            return complex(float(parts[0]), float(parts[1]))
        if tag in ("slice", "range"):
            return TYPES[tag](*map(self, parts))
        if tag == "...":
            return Ellipsis
        if tag == "type":
            return TYPES[parts[0]]
        if tag == "dtype":
            return self._dtype(np.dtype(str(parts[0])))
        if tag == "path":
            return pathlib.Path(str(parts[0]))
        return self.other(node, self)

    def _index(self, number: Any) -> int:
        if type(number) is not int or number < 0:
            raise NotPlain("a number that is no index")
        return number

    def _registered(self, value: Any) -> Any:
        if self.register is not None:
            self.register.append(value)
        return value

    def _mutable(self, tag: str, parts: list) -> Any:
        # Into the register before its parts, as the encoder counts.
        value = self._registered({"list": list, "dict": dict, "set": set}[tag]())
        if tag == "list":
            value.extend(map(self, parts))
        elif tag == "set":
            value.update(map(self, parts))
        else:
            value.update((self(key), self(part)) for key, part in parts)
        return value

    def _objects(self, shape: list, writeable: bool, *items: Any) -> np.ndarray:
        if any(type(n) is not int or n < 0 for n in shape) or math.prod(shape) != len(items):
            raise NotPlain("an array of another size than its shape")
        value = self._registered(np.empty(shape, dtype=object))
        flat = value.reshape(-1)
        for place, item in enumerate(items):
            flat[place] = self(item)
        value.flags.writeable = bool(writeable)
        return value

    def _dtype(self, dtype: np.dtype) -> np.dtype:
        if dtype.hasobject:
            raise NotPlain("an array of objects")
        return dtype

    def _array(self, blob: bytes) -> np.ndarray:
        shape, fortran, dtype, begin = npy.read_header(blob)
        self._dtype(dtype)
        # Before any memory is taken: a forged header may ask for more than came.
        count = math.prod(shape)
        size = count * dtype.itemsize
        if size != len(blob) - begin or (dtype.itemsize == 0 and count):
            raise NotPlain("an array of another size than its shape")
        if size == 0:
            return np.empty(shape, dtype)
        values = np.frombuffer(blob, dtype, count, begin)
        return values.reshape(shape, order="F" if fortran else "C").copy(order="K")


def refill(target: Any, new: Any) -> None:
    """Give a value that can be changed the content of another of its type.

    Raises
    ------
    NotPlain
        If they are of different types.
    """
    if type(target) is not type(new):
        raise NotPlain("an argument that became something else")
    if isinstance(target, np.ndarray):
        if target.flags.writeable and target.shape == new.shape and target.dtype == new.dtype:
            target[...] = new
    elif isinstance(target, list | bytearray):
        target[:] = new
    else:
        target.clear()
        target.update(new)
