"""Sparse matrices and arrays of SciPy."""

from typing import Any

import numpy as np
from scipy import sparse

from autograder.engine.protocol.codecs.codec import Codec, whole

COMPRESSED = ("csr", "csc")
FORMATS = (*COMPRESSED, "bsr", "coo", "dia", "dok", "lil")


def _array(value: Any) -> np.ndarray:
    if type(value) is not np.ndarray or value.ndim != 1 or value.dtype.kind not in "biufc":
        raise TypeError("an array that is none")
    return value


def _shape(shape: Any) -> tuple:
    if type(shape) is not tuple:
        raise TypeError("a shape that is none")
    return tuple(map(whole, shape))


def _codec(kind: type, form: str) -> Codec:
    def parts(value: Any) -> tuple:
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
