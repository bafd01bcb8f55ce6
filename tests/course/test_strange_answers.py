"""A check says a sentence or nothing, whatever was returned: it never stumbles by itself."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from course import checks


class NoArray:
    """Refuses to become an array."""

    def __array__(self, *_, **__):
        raise RuntimeError("no")


class LiesAboutItself:
    """Says that it is long, and has no parts; has no text, and is equal to nothing."""

    def __len__(self):
        return 3

    def __getitem__(self, place):
        raise OSError("gone")

    def __repr__(self):
        raise ValueError("no text")

    def __eq__(self, other):
        raise TypeError("never")

    __hash__ = None


def _steps():
    yield 1


_ring = []
_ring.append(_ring)

ODD = [
    None,
    float("nan"),
    10**400,
    -(10**400),
    1 + 2j,
    np.array([1 + 2j]),
    "3",
    b"3",
    np.array(["1", "2"]),
    np.array([None, 1], dtype=object),
    np.array([[1, 2], [3]], dtype=object),
    np.array(np.datetime64("2020-01-01")),
    np.ma.masked,
    [1, None],
    [[1, 2], [3]],
    [np.ones(2), np.ones((2, 2))],
    (np.ones((2, 3)), np.ones(3)),
    {1, 2},
    {"a": 1},
    range(3),
    _steps,
    _steps(),
    np.mean,
    int,
    object(),
    NoArray(),
    [NoArray()],
    LiesAboutItself(),
    [LiesAboutItself()],
    _ring,
    zip([1], [2], strict=True),
    np.random.default_rng(0),
    memoryview(b"ab"),
    Ellipsis,
    NotImplemented,
    [],
    np.ones((0, 3)),
    np.ones((1,) * 20),
]

odd = st.integers(0, len(ODD) - 1).map(lambda which: ODD[which])  # not by what they say of it
parts = st.recursive(
    st.one_of(odd, st.floats(), st.integers(), st.text(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=2), inner, max_size=2),
    ),
    max_leaves=6,
)
values = st.one_of(parts, arrays(float, array_shapes(max_dims=3, max_side=3)))

CHECKS = [
    lambda one: one.is_number(),
    lambda one: one.is_array((3,)),
    lambda one: one.is_array((2, 2), (4,)),
    lambda one: one.is_not(3, "Three?").equals(4),
    lambda one: one.is_not([1, 2], "Two?").equals([3, 4], "Hint?"),
    lambda one: one.equals(np.ones((3, 4))),
    lambda one: one.has_parts(2, "w and b"),
    lambda one: one.has_type(list, "a list"),
    lambda one: one.item(0, "w").is_number().equals(1),
    lambda one: one.item(1, "b").is_array((2,)),
    lambda one: one.item("a", "a").equals(1),
    lambda one: one.keeps_inputs(),
    lambda one: checks.choice(lambda: one.value, "abc"),
]


def said(place, value):
    """Return what a check says of a value; another error than its own is this test's failure."""
    answer = checks.Answer(value, "f()", (([1.0],), {}), ((value,), {}))
    try:
        CHECKS[place](answer)
    except checks.CheckFailed as failed:
        return str(failed)
    return ""


@pytest.mark.parametrize("place", range(len(CHECKS)))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(value=values)
def test_a_check_never_stumbles(place, value):
    assert len(said(place, value)) < 2000


@pytest.mark.parametrize("which", range(len(ODD)), ids=lambda which: type(ODD[which]).__name__)
@pytest.mark.parametrize("place", range(len(CHECKS)))
def test_nor_over_any_of_the_odd_things(place, which):
    assert len(said(place, ODD[which])) < 2000


def test_text_is_no_number_even_where_numpy_would_read_one():
    with pytest.raises(checks.CheckFailed, match="holds text, not numbers"):
        checks.Answer(np.array(["1", "2"]), "f()").is_array((2,))


def test_none_in_a_list_is_named():
    with pytest.raises(checks.CheckFailed, match="is a list that holds None"):
        checks.Answer([1, None], "f()").is_array((2,))


def test_complex_numbers_are_named():
    with pytest.raises(checks.CheckFailed, match="holds complex numbers"):
        checks.Answer(1 + 2j, "f()").is_number()


@pytest.mark.parametrize("change", [lambda x: x.sort(), lambda x: x.clear(), lambda x: x.append(1)])
def test_a_changed_list_is_noticed(change):
    def f(x):
        change(x)
        return 1

    with pytest.raises(checks.CheckFailed, match="changes the data"):
        checks.call(f, [3, 1, 2]).keeps_inputs()
