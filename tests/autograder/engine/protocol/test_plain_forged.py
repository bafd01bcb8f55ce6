"""Is what is not plain refused, and what is forged, without harm?"""

import contextlib
import fractions
import io
import json
import math
import pathlib
import re
import struct
import tracemalloc
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.engine.protocol.codecs.codec import CODECS
from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.kinds import CONTAINERS, MAX_DEPTH, TYPES, NotPlain
from autograder.engine.protocol.plain import Encoder

PLAIN = (*TYPES.values(), type, type(...), np.dtype)
TAGS = [*CONTAINERS, "dict", "known", "array", "scalar", "objects", "int", "bytes", "bytearray"]
TAGS += ["complex", "slice", "range", "...", "type", "dtype", "path", "def", "use", "as", "view"]
CODEC_NAMES = ["collections.Counter", "collections.deque", "fractions.Fraction", "datetime.date"]
CODEC_NAMES += ["builtins.dict_items", "collections.defaultdict", "numpy.matrix"]


class MyInt(int):
    """A number that may lie."""


class MyList(list):
    """A list that may lie."""


class MyCounter(Counter):
    """A counter that may lie."""


class MyFraction(fractions.Fraction):
    """A fraction that may lie."""


class MyArray(np.ndarray):
    """An array that may lie."""


def deep(levels):
    """Return a list in a list in a list."""
    value = []
    for _ in range(levels):
        value = [value]
    return value


OBJECT_FIELD = np.zeros(2, dtype=[("a", object), ("b", int)])


@pytest.mark.parametrize(
    "value",
    [
        MyInt(3),
        MyList([1]),
        np.arange(3).view(MyArray),
        np.ma.masked,
        MyCounter("a"),
        MyFraction(1, 3),
        deep(MAX_DEPTH),
        object(),
        len,
        MyInt,
        math,
        memoryview(b"a"),
        np.zeros(1, dtype=[("a", "i4")])[0],
        OBJECT_FIELD,
        np.dtype([("a", "i4")]),
        np.dtype(object),
        (1, [MyInt(3)]),
        {MyInt(3): 1},
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_plain_is_refused(value):
    with pytest.raises(NotPlain):
        Encoder()(value)


def test_what_is_not_plain_goes_to_the_hook():
    encoder = Encoder(other=lambda value, _: ["mine", repr(value)])
    decoder = Decoder([], other=lambda node, _: node[1])
    assert decoder(encoder([MyInt(3)])) == ["3"]


# Forgeries


def is_plain(value):
    """Whether a value, and all that is in it, is of the types that cross."""
    if CODECS.of(type(value)) is not None:
        return True  # it is exactly of that type
    if isinstance(value, dict):
        return type(value) is dict and is_plain([*value, *value.values()])
    if isinstance(value, list | tuple | set | frozenset):
        return type(value) in PLAIN and all(map(is_plain, value))
    if isinstance(value, np.ndarray) and value.dtype.hasobject:
        return type(value) is np.ndarray and is_plain(value.ravel().tolist())
    return isinstance(value, np.generic | np.dtype | pathlib.Path) or type(value) in PLAIN


def npy(header, data=b"", version=1):
    """Return the bytes of a .npy file with any header."""
    length = struct.pack("<H" if version == 1 else "<I", len(header))
    return b"\x93NUMPY" + bytes([version, 0]) + length + header + data


def saved(array):
    """Return the bytes of an honest .npy file."""
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


HONEST = [saved(np.arange(3)), saved(np.ones((2, 2), order="F")), saved(np.array("ab"))]
blobs = st.lists(
    st.binary(max_size=30)
    | st.sampled_from(HONEST)
    | st.builds(npy, st.binary(max_size=60), st.binary(max_size=9), st.integers(1, 3))
    | st.builds(
        lambda blob, place, byte: blob[:place] + bytes([byte]) + blob[place + 1 :],
        st.sampled_from(HONEST),
        st.integers(0, 200),
        st.integers(0, 255),
    ),
    max_size=3,
)
words = st.sampled_from(
    [*TAGS, *TYPES, *CODEC_NAMES, "0x1f", "<f8", ">M8[ns]", "O", "i4,f4", "a\0b"]
)
leaves = st.none() | st.booleans() | st.integers(-2, 3) | st.floats() | words | st.text(max_size=5)
nodes = st.recursive(
    leaves | st.integers(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text(max_size=3), inner, max_size=2),
        st.tuples(st.sampled_from(TAGS), inner).map(list),
        st.tuples(st.sampled_from(TAGS), inner, inner).map(list),
        st.tuples(st.sampled_from(TAGS), inner, inner, inner).map(list),
    ),
    max_leaves=12,
)


@given(nodes, blobs)
@settings(max_examples=400)
def test_whatever_comes_is_plain_or_refused(node, blobs):
    known = []
    try:
        found = Decoder(blobs, known=known, register=known)(node)
    except NotPlain:
        return
    if not {"known", "use"} & set(re.findall(r"\w+", repr(node))):  # or it may contain itself
        assert is_plain(found)


HUGE = 10**10


@pytest.mark.parametrize(
    "header",
    [
        b"(",
        b"-" * 5000 + b"1",
        b"[" * 150 + b"]" * 150,
        b"{'descr': '<i4', 'fortran_order': False, 'shape': (3L,)}",
        b"{'descr': " + b"(" * 80 + b"'<i4'" + b", 1)" * 80 + b", 'fortran_order': False}",
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (%d,)}" % HUGE,
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (-1, -12)}",
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (0, %d)}" % 2**70,
        b"{'descr': '|S%d', 'fortran_order': False, 'shape': (3,)}" % (HUGE // 8),
        b"{'descr': '|O', 'fortran_order': False, 'shape': (12,)}",
        b"{'descr': [('a', '|O')], 'fortran_order': False, 'shape': (12,)}",
        b"{'descr': 'no type', 'fortran_order': False, 'shape': (12,)}",
    ],
)
@pytest.mark.parametrize("version", [1, 2])
def test_a_forged_header_is_refused_and_takes_no_memory(header, version):
    blob = npy(header, b"twelve bytes", version)
    tracemalloc.start()
    try:
        with pytest.raises(NotPlain):
            Decoder([blob])(["array", 0, True])
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 20 * 2**20


@pytest.mark.parametrize("dtype", ["|S0", "<U0"])
def test_an_array_without_data_takes_no_memory(dtype):
    """Its header may say any length, for its items have none."""
    header = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': (30_000_000,)}}".encode()
    tracemalloc.start()
    try:
        with contextlib.suppress(NotPlain):
            Decoder([npy(header)])(["array", 0, True])
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 2**20


@pytest.mark.parametrize(
    "node",
    [
        [],
        {},
        ["unknown"],
        [["list"]],
        ["known", 0],
        ["known", -1],
        ["known", True],
        ["list", {"a": 1}],
        ["set", ["list"]],
        ["dict", [["list"], 1]],
        ["dict", [1]],
        ["objects", [2], True, 1],
        ["objects", [-1, -1], True, 1],
        ["objects", [True], True, 1],
        ["objects", 1, True, 1],
        ["int", 3],
        ["bytes", -1],
        ["bytes", 0.0],
        ["range", 0, 1, 0],
        ["type", "os.PathLike"],
        ["type", ["list"]],
        ["dtype", "O"],
        ["dtype", "i4,O"],
        ["dtype", "("],
        ["complex", 10**400, 0],
    ],
    ids=lambda node: repr(node)[:20],
)
def test_a_forged_node_is_refused(node):
    with pytest.raises(NotPlain):
        Decoder([b"blob"])(node)


def test_the_decoder_stops_where_data_are_nested_too_deeply():
    node = json.loads('["list", ' * MAX_DEPTH + '["list"' + "]" * (MAX_DEPTH + 1))
    with pytest.raises(NotPlain):
        Decoder([])(node)
