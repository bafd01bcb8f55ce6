"""What `plain` has written, rebuilt with exactly the types that were sent.

Nothing here runs code of the other side: no pickle, no classes by name, no subclasses.
"""

import math
import pathlib
from collections.abc import Callable, Collection
from typing import Any

import numpy as np

from autograder.engine.protocol import npy, views
from autograder.engine.protocol.codecs.codec import CODECS, Codec
from autograder.engine.protocol.kinds import (
    CONTAINERS,
    DAMAGE,
    MAX_DEPTH,
    MOST_VALUES,
    OF_ONE_MESSAGE,
    TYPES,
    NotPlain,
    refuse,
)


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
    libraries : collection of str
        Top-level modules whose codecs may be loaded.
    followed : Followed or None
        The values whose numbers last longer than the message.
    """

    def __init__(
        self,
        blobs: list[bytes],
        other: Callable[[list, "Decoder"], Any] = refuse,
        known: list | None = None,
        register: list | None = None,
        libraries: Collection[str] = (),
        followed: Any = None,
    ) -> None:
        self.blobs = blobs
        self.other = other
        self.known = [] if known is None else known
        self.register = register
        self.libraries = libraries
        self.followed = followed
        self._defined: dict[int, Any] = {}
        self._sizes: dict[int, int] = {} if followed is None else followed.sizes
        self._next: int | None = None
        self._count = 0
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
            self._count += 1
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
            return self._known(self._index(parts[0]))
        if tag == "def":
            return self._definition(*parts)
        if tag == "use":
            return self._use(self._index(parts[0]))
        if tag == "as":
            return self._made(*parts)
        if tag == "array":
            value = self._array(self.blobs[self._index(parts[0])])
            value.flags.writeable = bool(parts[1])
            return self._registered(value)
        if tag == "view":
            return self._view(*parts)
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

    def _definition(self, number: Any, *node: Any) -> Any:
        self._next, before = self._index(number), self._count
        value = self._value(list(node))
        self._next = None
        self._sizes[number] = self._count - before
        return value

    def _use(self, number: int) -> Any:
        self._counted(number)
        return self._defined[number]

    def _known(self, number: int) -> Any:
        if self.followed is None:
            return self.known[number]
        self._counted(number)
        return self.followed[number]

    def _counted(self, number: int) -> None:
        # What a test does with a value takes as long as if each place had one of its own.
        self._count += self._sizes.get(number, 0)
        if self._count > MOST_VALUES:
            raise NotPlain(f"there are more than {MOST_VALUES} values in it")

    def _define(self, number: int, value: Any) -> None:
        self._defined[number] = value
        if self.followed is not None and number < OF_ONE_MESSAGE:
            self.followed.take(number, value)

    def _made(self, name: Any, *parts: Any) -> Any:
        """Rebuild a value by its codec."""
        codec: Codec = CODECS.named(str(name), self.libraries)
        number, self._next = self._next, None
        place = None
        if codec.refill is not None and self.register is not None:
            place = len(self.register)
            self.register.append(None)
        value = codec.made(*map(self, parts))
        if number is not None:
            self._define(number, value)
        if place is not None and self.register is not None:
            self.register[place] = value
        return value

    def _view(self, whole: Any, *place: Any) -> np.ndarray:
        number, self._next = self._next, None
        self._next, value = number, views.part_of(self(whole), *place)
        return self._registered(value)

    def _registered(self, value: Any) -> Any:
        if self._next is not None:
            number, self._next = self._next, None
            self._define(number, value)
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
