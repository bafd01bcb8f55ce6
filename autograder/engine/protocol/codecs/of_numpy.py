"""Matrices, masked arrays and polynomials of NumPy."""

from typing import Any

import numpy as np

from autograder.engine.protocol.codecs.codec import Codec, text


def _array(value: Any) -> np.ndarray:
    if type(value) is not np.ndarray:
        raise TypeError("an array that is none")
    return value


def _refill(target: np.ndarray, new: np.ndarray) -> None:
    if target.shape == new.shape and target.dtype == new.dtype:
        target[...] = new


def _masked(value: Any) -> tuple:
    mask = np.ma.getmask(value)
    return np.ma.getdata(value), None if mask is np.ma.nomask else mask, value.fill_value


def _masked_made(data: Any, mask: Any, fill: Any) -> Any:
    found = np.ma.nomask if mask is None else _array(mask)
    return np.ma.MaskedArray(_array(data), found, fill_value=fill)


def _series(kind: type) -> Codec:
    def made(coef: Any, domain: Any, window: Any, symbol: Any) -> Any:
        return kind(_array(coef), _array(domain), _array(window), symbol=text(symbol))

    def parts(value: Any) -> tuple:
        return value.coef, value.domain, value.window, value.symbol

    return Codec(f"numpy.{kind.__name__}", kind, parts, made)


FAMILIES = (
    np.polynomial.Polynomial, np.polynomial.Chebyshev, np.polynomial.Legendre,
    np.polynomial.Laguerre, np.polynomial.Hermite, np.polynomial.HermiteE,
)  # fmt: skip
CODECS = [
    Codec("numpy.matrix", np.matrix, lambda value: (value.view(np.ndarray),),
          lambda data: _array(data).view(np.matrix), _refill),
    Codec("numpy.MaskedArray", np.ma.MaskedArray, _masked, _masked_made, _refill),
    Codec("numpy.poly1d", np.poly1d, lambda value: (value.coeffs, value.variable),
          lambda coeffs, name: np.poly1d(_array(coeffs), variable=text(name))),
    *map(_series, FAMILIES),
]  # fmt: skip
