"""Is an object of the learner's believed only what is data, whatever operator a test uses?"""

import operator

import numpy as np
import pytest

pytest_plugins = ["learner_pair"]

POINT = """
class Point:
    def __init__(self, x): self.x = x
    def __eq__(self, other): return isinstance(other, Point) and self.x == other.x
    def __add__(self, other): return Point(self.x + other.x)
    def __lt__(self, other): return self.x < other.x
    def __neg__(self): return Point(-self.x)
"""


def test_operators_work_between_two_objects(pair):
    pair.learn(POINT)
    point = pair["Point"]
    assert (point(1) + point(2)).x == 3 and (-point(1)).x == -1
    assert point(1) == point(1) and point(1) != point(2) and point(1) < point(2)


LIAR = """
import numpy as np
class Liar:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
    def __hash__(self): return hash(6)
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    __add__ = __radd__ = __mul__ = __rmul__ = __sub__
    def __abs__(self): return 0.0
    def __array__(self, *_, **__): return np.array(6.0)
    def __array_ufunc__(self, *_, **__): return np.bool(True)
    def __array_function__(self, *_, **__): return True
liar = Liar()
"""


@pytest.fixture
def liar(pair):
    """An object that claims to be whatever it is asked for."""
    pair.learn(LIAR)
    return pair["liar"]


def test_an_object_is_not_equal_to_data(liar):
    assert not operator.eq(liar, 6) and not operator.eq(6, liar)
    assert operator.ne(liar, 6) and operator.ne(6, liar)


@pytest.mark.parametrize("data", [[6], (6,), {"a": 6}, "a", None, np.float64(6)])
def test_an_object_is_not_equal_to_other_data(liar, data):
    assert not bool(liar == data) and not bool(data == liar)


def test_an_object_in_a_container_is_not_equal_to_data(liar):
    assert [liar] != [6] and {"a": liar} != {"a": 6} and (1, liar) != (1, 6)


def test_an_object_is_not_found_among_data(liar):
    assert liar not in [5, 6] and 6 not in [liar] and {6: "a"}.get(liar) is None


@pytest.mark.parametrize(
    "operation",
    [
        lambda liar: liar - 6,
        lambda liar: 6 - liar,
        lambda liar: liar + np.ones(2),
        lambda liar: np.ones(2) * liar,
        lambda liar: liar < 6,
        lambda liar: operator.ge(6, liar),
        lambda liar: np.float64(3) - liar,
        lambda liar: abs(liar - 6) < 1e-9,
        lambda liar: np.abs(np.array([6.0]) - liar),
    ],
    ids=range(9),
)
def test_an_operator_between_an_object_and_data_is_a_type_error(liar, operation):
    with pytest.raises(TypeError):
        operation(liar)


@pytest.mark.parametrize(
    "believe",
    [
        lambda liar: np.allclose(liar, 6),
        lambda liar: np.isclose(6.0, liar),
        lambda liar: np.array_equal(liar, np.array(6.0)),
        lambda liar: np.testing.assert_allclose(liar, 6),
        lambda liar: np.testing.assert_array_equal(np.array(6.0), liar),
        lambda liar: np.sum(liar) == 6,
        lambda liar: np.asarray(liar) == 6,
        lambda liar: liar == pytest.approx(6),
        lambda liar: np.all(np.array([6, 6]) == liar),
    ],
    ids=range(9),
)
def test_numpy_does_not_believe_an_object(liar, believe):
    """It refuses, or says no; None is how numpy's own tests say yes."""
    try:
        found = believe(liar)
    except (TypeError, AssertionError):
        return
    assert found is not None and not found


def test_a_number_that_is_asked_for_is_a_number(pair):
    pair.learn(
        "class N:\n    def __float__(self): return 2.5\n    def __len__(self): return 3\nn = N()"
    )
    assert (float(pair["n"]), len(pair["n"])) == (2.5, 3)


def test_a_length_that_is_no_number_is_refused(pair):
    pair.learn("class N:\n    def __bool__(self): return 'yes'\nn = N()")
    with pytest.raises(TypeError):
        bool(pair["n"])


def test_an_object_that_says_it_is_a_float_is_none(pair):
    pair.learn("class Mine:\n    __class__ = float\nmine = Mine()")
    assert not isinstance(pair["mine"], float)


@pytest.mark.parametrize(
    "name", ["__array_function__", "__array_ufunc__", "__array__", "__array_interface__"]
)
def test_numpy_finds_no_way_into_the_learners_class(liar, name):
    assert not hasattr(type(liar), name) or getattr(type(liar), name) is None
