"""Is a learner's own kind of tuple, number or list compared as what it holds?"""

import json
import operator

import numpy as np
import pytest

pytest_plugins = ["learner_pair"]

KINDS = """
import enum, collections
import numpy as np
Pair = collections.namedtuple("Pair", "low high")
class Level(enum.IntEnum):
    LOW = 1
class Color(str, enum.Enum):
    RED = "red"
class Celsius(float):
    def fahrenheit(self): return 9 * self / 5 + 32
class Stack(list):
    def push(self, x): self.append(x)
class Table(dict):
    def __missing__(self, key): return 0
class Grid(np.ndarray):
    def corner(self): return self[0]
class Plain(enum.Enum):
    ONE = 1
    TWO = 2
"""


@pytest.fixture
def kinds(pair):
    """A learner with classes of their own."""
    pair.learn(KINDS)
    return pair


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("Pair(1, 2)", (1, 2)),
        ("Level.LOW", 1),
        ("Color.RED", "red"),
        ("Celsius(1.5)", 1.5),
        ("[Pair(1, 2), Celsius(0)]", [(1, 2), 0.0]),
        ("Stack([1, 2])", [1, 2]),
        ("Table(a=1)", {"a": 1}),
        ("{'a': Stack('b')}", {"a": ["b"]}),
    ],
)
def test_a_value_is_compared_as_what_it_holds(kinds, code, data):
    kinds.learn(f"value = {code}")
    value = kinds["value"]
    assert operator.eq(value, data) and operator.eq(data, value) and not operator.ne(value, data)
    assert not operator.eq(value, [data]) and operator.ne(value, [data])


def test_a_value_is_one_of_its_base_and_of_its_class(kinds):
    kinds.learn("pair, stack = Pair(1, 2), Stack([1])")
    assert isinstance(kinds["pair"], tuple) and isinstance(kinds["stack"], list)
    assert type(kinds["pair"]) is kinds["Pair"]


def test_what_the_base_does_not_have_is_asked_for(kinds):
    kinds.learn("pair, hot, stack = Pair(1, 2), Celsius(100), Stack()")
    assert (kinds["pair"].high, kinds["hot"].fahrenheit()) == (2, 212)
    kinds["stack"].push(3)
    assert kinds["stack"] == [3] and len(kinds["stack"]) == 1


def test_a_value_works_as_its_base(kinds):
    kinds.learn("pair, hot, red = Pair(1, 2), Celsius(1.5), Color.RED")
    assert kinds["pair"][0] == 1 and kinds["hot"] + 1 == 2.5 and "-".join([kinds["red"]]) == "red"
    assert {kinds["pair"]: 1}[1, 2] == 1 and json.dumps([kinds["hot"]]) == "[1.5]"
    assert np.isclose(kinds["hot"], 1.5)


def test_a_value_comes_back_to_the_learner_as_itself(kinds):
    kinds.learn("pair = Pair(1, 2)\ndef is_it(x): return x is pair")
    assert kinds["is_it"](kinds["pair"])


def test_a_learners_own_array_is_an_array(kinds):
    kinds.learn("grid = np.arange(3.0).view(Grid)\ndef total(x): return float(x.sum())")
    grid = kinds["grid"]
    np.testing.assert_array_equal(grid, [0, 1, 2])
    assert grid.corner() == 0 and kinds["total"](grid * 2) == 6
    kinds.learn("grid[0] = 7")
    assert kinds["grid"].tolist() == [7, 1, 2] and grid[0] == 7


def test_an_enumeration_is_used(kinds):
    plain = kinds["Plain"]
    assert plain.ONE is plain["ONE"] is plain(1) and plain.ONE != plain.TWO and plain.ONE != 1
    assert [member.name for member in plain] == ["ONE", "TWO"] and len(plain) == 2
    assert "ONE" in plain.__members__ and plain.ONE in plain


@pytest.mark.parametrize(
    "body",
    [
        "int):\n    def __eq__(self, other): return True",
        "float):\n    def __sub__(self, other): return 0.0",
        "tuple):\n    def __getitem__(self, place): return 6",
        "list):\n    def __iter__(self): return iter([6])",
        "str):\n    def __contains__(self, other): return True",
        "list):\n    def append(self, other): pass",
    ],
)
def test_a_class_that_changes_its_base_is_no_data(pair, body):
    base = body.partition(")")[0]
    pair.learn(f"class Mine({body}\nmine = Mine()")
    assert not isinstance(pair["mine"], eval(base))
    assert pair["mine"] != eval(base)()


def test_a_class_below_one_that_changes_its_base_is_no_data(pair):
    pair.learn("class A(tuple): pass\nclass B(A):\n    def __eq__(self, other): return True")
    pair.learn("b = B()")
    assert pair["b"] != () and not isinstance(pair["b"], tuple)
