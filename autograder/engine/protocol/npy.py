"""The header of a .npy file, read without believing it."""

import ast
import functools
import io

import numpy as np

MAX_HEADER = 10_000
WIDTHS = {b"\x93NUMPY\x01\x00": 2, b"\x93NUMPY\x02\x00": 4}


def read_header(blob: bytes) -> tuple[tuple[int, ...], bool, np.dtype, int]:
    """Read the header of a .npy file of version 1 or 2, as strictly as NumPy writes it.

    Returns
    -------
    shape : tuple of int
    fortran : bool
    dtype : numpy.dtype
    begin : int
        Where the data begin.

    Raises
    ------
    ValueError
        If it is no such header; KeyError, TypeError, SyntaxError, RecursionError and MemoryError
        come from forged ones, too.
    """
    width = WIDTHS[blob[:8]]
    begin = 8 + width + int.from_bytes(blob[8 : 8 + width], "little")
    if begin > min(len(blob), MAX_HEADER):
        raise ValueError("a header that is too long")
    return *_parsed(blob[8 + width : begin]), begin


@functools.lru_cache(512)
def _parsed(text: bytes) -> tuple[tuple[int, ...], bool, np.dtype]:
    header = ast.literal_eval(text.decode("latin1").strip())
    shape, fortran = header["shape"], header["fortran_order"]
    if type(shape) is not tuple or any(type(n) is not int or n < 0 for n in shape):
        raise ValueError("a shape that is none")
    return shape, fortran is True, np.lib.format.descr_to_dtype(header["descr"])


def write(array: np.ndarray) -> bytes:
    """Return an array of no objects as the content of a .npy file."""
    fortran = array.flags.f_contiguous and not array.flags.c_contiguous
    order = "F" if fortran else "C"
    return _header(array.dtype, array.shape, fortran) + array.tobytes(order)


@functools.lru_cache(512)
def _header(dtype: np.dtype, shape: tuple[int, ...], fortran: bool) -> bytes:
    file = io.BytesIO()
    descr = np.lib.format.dtype_to_descr(dtype)
    header = {"descr": descr, "fortran_order": fortran, "shape": shape}
    np.lib.format.write_array_header_2_0(file, header)
    return file.getvalue()
