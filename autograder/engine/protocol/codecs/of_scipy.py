"""Sparse matrices and arrays of SciPy."""

from typing import Any

import numpy as np
from scipy import sparse

from autograder.engine.protocol.codecs.codec import Codec, NoPlainParts, whole

LONGEST = 10_000_000
"""Rows or columns: some formats take memory for each, whether there is anything in it or not."""

COMPRESSED = ("csr", "csc")
FORMATS = (*COMPRESSED, "bsr", "coo", "dia", "dok", "lil")


def _array(value: Any) -> np.ndarray:
    if type(value) is not np.ndarray or value.ndim != 1 or value.dtype.kind not in "biufc":
        raise TypeError("an array that is none")
    return value


def _shape(shape: Any) -> tuple:
    if type(shape) is not tuple:
        raise TypeError("a shape that is none")
    if any(not 0 <= whole(n) <= LONGEST for n in shape):
        raise ValueError("a side that is too long")
    return shape


def _codec(kind: type, form: str) -> Codec:
    def parts(value: Any) -> tuple:
        if max(value.shape, default=0) > LONGEST:
            raise NoPlainParts("a side that is too long")
        if form in COMPRESSED:
            return value.data, value.indices, value.indptr, tuple(map(int, value.shape))
        found = value.tocoo()
        return found.data, found.row, found.col, tuple(map(int, value.shape))

    def made(data: Any, first: Any, second: Any, shape: Any) -> Any:
        data, first, second, shape = _array(data), _array(first), _array(second), _shape(shape)
        if form not in COMPRESSED:
            return kind(sparse.coo_matrix((data, (first, second)), shape))
        value = kind((data, first, second), shape)
        value.check_format(full_check=True)  # what is forged would be read past its end
        return value

    def refill(target: Any, new: Any) -> None:
        target.__dict__.update(new.__dict__)

    return Codec(f"scipy.{kind.__name__}", kind, parts, made, refill)


CODECS = [
    _codec(getattr(sparse, f"{form}_{word}"), form)
    for form in FORMATS
    for word in ("matrix", "array")
]
