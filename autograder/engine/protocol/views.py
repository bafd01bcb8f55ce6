"""An array that shows a part of another one: where the part lies, so that it stays a part of it."""

import math
from typing import Any

import numpy as np

from autograder.engine.protocol.kinds import NotPlain

SMALL = 2**16
"""Bytes of an array that is sent for the sake of any part of it."""

TIMES = 4
"""A larger one is sent if it is at most so many times as large as the part."""


def whole_of(value: Any) -> np.ndarray | None:
    """Return the array of which another shows a part; None where a copy has to do."""
    whole = value.base if type(value) is np.ndarray else None
    if type(whole) is not np.ndarray or whole.dtype != value.dtype or whole.dtype.hasobject:
        return None
    if not whole.flags.c_contiguous or not 0 < value.nbytes <= whole.nbytes:
        return None
    return whole if whole.nbytes <= max(SMALL, TIMES * value.nbytes) else None


def place(value: np.ndarray, whole: np.ndarray) -> list:
    """Return where the part lies: offset and strides in bytes, shape; whether it can be written."""
    begin = value.__array_interface__["data"][0] - whole.__array_interface__["data"][0]
    return [begin, list(value.shape), list(value.strides), bool(value.flags.writeable)]


def part_of(whole: Any, begin: Any, shape: Any, strides: Any, writeable: Any) -> np.ndarray:
    """Return the part of an array that lies there. What is asked for may be forged.

    Raises
    ------
    NotPlain, ValueError, TypeError
        If there is no such part.
    """
    if type(whole) is not np.ndarray or whole.dtype.hasobject:
        raise NotPlain("a part of something that is no array of numbers")
    if (
        any(type(number) is not int for number in (begin, *shape, *strides))
        or min(shape, default=0) < 0
    ):
        raise NotPlain("a part without a place")
    if not 0 < math.prod(shape) * whole.itemsize <= whole.nbytes:
        raise NotPlain("a part that is larger than the whole")
    held = whole if whole.flags.c_contiguous else whole.copy(order="C")
    value: np.ndarray = np.ndarray(tuple(shape), whole.dtype, held, begin, tuple(strides))  # type: ignore[call-overload]
    value.flags.writeable = bool(writeable) and held.flags.writeable
    return value
