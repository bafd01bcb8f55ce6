"""The header of a .npy file, read without believing it."""

import ast

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
    header = ast.literal_eval(blob[8 + width : begin].decode("latin1").strip())
    shape, fortran = header["shape"], header["fortran_order"]
    if type(shape) is not tuple or any(type(n) is not int or n < 0 for n in shape):
        raise ValueError("a shape that is none")
    return shape, fortran is True, np.lib.format.descr_to_dtype(header["descr"]), begin
