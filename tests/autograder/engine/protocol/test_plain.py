"""Do plain data cross with exactly their types, and nothing else at all?"""

import functools
import json
import pathlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays, byte_string_dtypes, scalar_dtypes
from hypothesis.extra.numpy import unicode_string_dtypes as text_dtypes

from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.kinds import MAX_DEPTH, NotPlain
from autograder.engine.protocol.plain import Encoder


def crossed(value):
    """Return what comes out on the other side, by way of JSON text."""
    encoder = Encoder()
    node = json.loads(json.dumps(encoder(value)))
    return Decoder(encoder.blobs)(node)


def same(one, other):
    """Whether two values are equal in content and in every type, byte order and flag."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        alike = (one.dtype, one.shape, one.flags.writeable, one.flags.fnc) == (
            other.dtype,
            other.shape,
            other.flags.writeable,
            other.flags.fnc,
        )
        if one.dtype.hasobject:
            return alike and all(map(same, one.ravel().tolist(), other.ravel().tolist()))
        return alike and one.dtype.str == other.dtype.str and one.tobytes() == other.tobytes()
    if isinstance(one, np.generic):
        return one.dtype.str == other.dtype.str and one.tobytes() == other.tobytes()
    if isinstance(one, float):
        # -0.0 is not 0.0, and nan is nan.
        return repr(one) == repr(other)
    if isinstance(one, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same([*one.items()], [*other.items()])
    if isinstance(one, set | frozenset):
        return len(one) == len(other) and all(any(same(a, b) for b in other) for a in one)
    if isinstance(one, slice):
        return same((one.start, one.stop, one.step), (other.start, other.stop, other.step))
    return one == other


numbers = st.integers() | st.integers(-(2**70), 2**70) | st.floats() | st.complex_numbers()
simple = st.none() | st.booleans() | numbers | st.text() | st.binary(max_size=20)
# Lists made into sets and dicts: Hypothesis's own strategies for those say too much of themselves.
keys = st.recursive(
    simple,
    lambda inner: st.lists(inner, max_size=3).flatmap(
        lambda parts: st.sampled_from([frozenset(parts), tuple(parts)])
    ),
    max_leaves=5,
)
dtypes = scalar_dtypes() | byte_string_dtypes(min_len=1) | text_dtypes(min_len=1)
any_arrays = arrays(dtypes, array_shapes(min_dims=0, min_side=0, max_side=3))
plain = st.recursive(
    keys | any_arrays | st.binary().map(bytearray) | st.slices(5) | st.just(...),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.lists(st.tuples(keys, inner), max_size=3).map(dict),
        st.lists(keys, max_size=3).map(set),
    ),
    max_leaves=8,
)


@given(plain)
def test_plain_data_cross_unchanged(value):
    assert same(crossed(value), value)


@given(any_arrays, st.booleans(), st.booleans())
def test_an_arrays_order_and_flags_cross(array, fortran, writeable):
    array = np.array(array, order="F" if fortran else "C")
    array.flags.writeable = writeable
    assert same(crossed(array), array)


@given(dtypes, st.data())
def test_numpys_scalars_cross(dtype, data):
    array = data.draw(arrays(dtype, 1))
    assert same(crossed(array[0]), array[0])


OBJECTS = np.array([[1, None, "a"], [2.5, np.float32(1), (3,)]], dtype=object)
RECORDS = np.array([(1, 2.5, b"x")], dtype=[("a", ">i2"), ("b", "<f8", (1,)), ("c", "S3")])


@pytest.mark.parametrize(
    "value",
    [
        2**63,
        -(2**63),
        2**63 - 1,
        10**400,
        float("nan"),
        float("inf"),
        -0.0,
        complex(-0.0, float("-inf")),
        "\ud800 alone",
        np.float64(-0.0),
        np.longdouble(1) / 3,
        np.datetime64("2026-01-01", "ns"),
        np.timedelta64("NaT"),
        np.str_(""),
        np.bytes_(b""),
        np.bool(True),
        np.array(5),
        np.array("", dtype=str),
        np.empty((0, 3)),
        np.arange(12).reshape(3, 4)[:, ::2],
        np.broadcast_to(np.arange(3), (2, 3)),
        OBJECTS,
        np.array([], dtype=object),
        np.array([[1, 2], [3]], dtype=object)[()],
        RECORDS,
        range(0, 10, 3),
        range(10**30),
        slice(None, 2**70, (1, 2)),
        pathlib.Path("a/b.csv"),
        np.dtype(">f4"),
        np.dtype("M8[ns]"),
        {True: "b", (1, 2): [3], None: {}},
        {frozenset({1, 2}), "a", b"a"},
    ],
    ids=lambda value: type(value).__name__,  # the order in a set is not always the same
)
def test_a_special_value_crosses_unchanged(value):
    assert same(crossed(value), value)


def test_a_read_only_array_of_objects_stays_read_only():
    array = OBJECTS.copy()
    array.flags.writeable = False
    assert same(crossed(array), array)


@pytest.mark.parametrize(
    "kind", [int, float, complex, str, dict, type(None), object, np.ndarray, np.float32, np.bool]
)
def test_a_type_crosses_as_itself(kind):
    assert crossed([kind])[0] is kind


@pytest.mark.parametrize(
    "value", [np.dtype(("i4", (2, 2))), pathlib.PureWindowsPath("a\\b"), pathlib.PurePosixPath("a")]
)
def test_what_would_come_back_as_something_else_is_not_sent(value):
    """It may cross as what it is, or be refused."""
    try:
        found = crossed(value)
    except NotPlain:
        return
    assert same(found, value)


def test_an_array_that_crossed_can_be_written_to():
    found = crossed(np.arange(3))
    found[0] = 9
    assert found[0] == 9


# Aliases


def test_a_known_value_is_sent_by_its_number():
    value = [1, 2]
    assert Encoder(known={id(value): 4})({"a": value}) == ["dict", ["a", ["known", 4]]]


def test_a_known_number_gives_the_very_object():
    value = [1, 2]
    assert Decoder([], known=[value])(["tuple", ["known", 0]])[0] is value


def test_the_content_of_a_known_value_is_told_when_asked_for():
    value = [1, 2]
    assert Encoder(known={id(value): 0}).content(value) == ["list", 1, 2]


def test_small_texts_and_numbers_are_never_known():
    value = "text"
    assert Encoder(known={id(value): 0})(value) == "text"


def test_twice_the_same_list_is_one_list_on_the_other_side():
    value = [1]
    encoder, register = Encoder(register=[]), []
    found = Decoder([], known=register, register=register)(encoder([value, (value,), {2: value}]))
    assert found[0] is found[1][0] is found[2][2]


@given(plain)
def test_both_sides_count_alike(value):
    sent, came = [], []
    encoder = Encoder(register=sent)
    node = json.loads(json.dumps(encoder(value)))
    Decoder(encoder.blobs, known=came, register=came)(node)
    assert same(came, sent)


@pytest.mark.parametrize("array", [OBJECTS, np.array([[1], [2]], dtype=object), np.arange(3)])
def test_both_sides_count_arrays_alike(array):
    value = [array, [[], {}], array, bytearray(b"a"), set()]
    sent, came = [], []
    encoder = Encoder(register=sent)
    found = Decoder([*encoder.blobs], known=came, register=came)
    found.blobs = encoder.blobs
    assert same(found(encoder(value)), value) and same(came, sent)


def test_data_just_deep_enough_cross():
    value = functools.reduce(lambda inner, _: [inner], range(MAX_DEPTH - 1), [])
    assert same(crossed(value), value)
