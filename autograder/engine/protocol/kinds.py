"""The types that are plain data, and what is said of all others."""

from typing import Any

import numpy as np

MAX_DEPTH = 100
MOST_VALUES = 10_000_000
"""Values in one message, where what is in two places counts twice."""

DAMAGE = (
    ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, SyntaxError,
    RecursionError, MemoryError, ArithmeticError,
)  # fmt: skip
"""What forged data make the readers raise."""

OF_ONE_MESSAGE = 2**40
"""From here on, numbers of values mean something in one message alone."""

JSON_INTEGERS = 2**63
CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
MUTABLE = frozenset({list, dict, set, bytearray, np.ndarray})
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


def refuse(value: Any, *_: Any) -> Any:
    """Say that a value cannot cross."""
    raise NotPlain(f"{type(value).__name__} is not plain data")
