"""Does a test's text say that only the learner's process can answer it, and only then?"""

import pytest

from autograder.engine.run.doubts import doubts
from autograder.engine.run.kept import Kept

OPEN = """
import numpy as np
import keras_parts

numbers = [3, 1, 2]
grid = np.zeros((2, 2))


def in_order(values):
    return sorted(values)


def twice(x):
    return helper(helper(x))


def helper(x):
    local = x + 1
    return local if x else unknown


class Suit(Enum):
    RED = 1


class Stack:
    def __init__(self, items):
        self.items = list(items)

    def push(self, item):
        self.items.append(item)
"""
LOCKED = "temperatures = [3, 1, 2]\ndef same(a, b):\n    assert a == b\n"
TESTS = ["import math as m", "from unittest.mock import Mock, patch"]
KEPT = Kept.read([OPEN], [LOCKED], TESTS)

INSIDE = {
    "`is`": "got = in_order([3])\nassert got[0] is not got[1]",
    "(`is`, `id`)": "s = Stack([])\ncase.assertIsNot(s.push(1), s)",
    "`id`": "got = in_order([3])\nassert id(got[0]) != id(got[1])",
    "state.rate": "from counter import state\nstate.rate = 3",
    "os.environ": "import os\nos.environ['HOME'] = 'x'",
    "m.nothing()": "setattr(m.nothing(), 'x', 3)",
    "mock)": "with patch.dict('os.environ', HOME='x'):\n    twice(1)",
    "(unittest.mock)": "with patch('beside.rate', 3):\n    twice(1)",
    "unittest": "for each in [patch]:\n    each('math.sqrt')",
    "sys.stdin": "import io, sys\nsys.stdin = io.StringIO()",
    "__code__": "assert 'sum' not in twice.__code__.co_names",
    "__dict__": "assert 'push' in Stack.__dict__",
    "globals": "assert len(globals()) == 3",
    "globals()": "globals()['input'] = None",
    "exec": "exec('numbers = 3')",
    "In": "assert any('def area' in cell for cell in In)",
    "eval": "assert eval('len(globals())') == 3",
    "get_ipython": "%%capture out\ntwice(1)",
    "dir()": "assert not [name for name in dir() if name == 'big']",
    "name (unknown)": "unknown = 3\nassert twice(1) == 3",
    "temperatures": "assert temperatures == [3, 1, 2]",
}
OUTSIDE = [
    "assert in_order([3, 1]) == [1, 3]",
    "assert type(in_order([1])) is list and twice(1) is not None",
    "assert in_order(numbers) is not numbers and id(numbers) != 3",
    "given = [3]\ngot = in_order(given)\nassert got is not given",
    "numbers.append(9)\nin_order([3])[0][0] = 1\ngrid[0, 0] = 5",
    "xs = [1]\ns = Stack(xs)\ns.push(2)\nassert xs == [1]",
    "x = np.zeros(3)\nx[0] = 1\nbefore = x.copy()\nin_order(x)\nassert np.array_equal(x, before)",
    "calls = []\ncalls.append(1)\nassert in_order(calls) == [1]",
    "s = Stack([1])\ns.push(2)\nassert s.items == [1, 2]\ns.items\ns.name = 'x'",
    "def check(sum_found, local=1):\n    model = twice(sum_found)\n    return model\ncheck(1)",
    "assert sum(in_order([1, 2])) == 3\nlocal = 3",
    "def sum(*args):\n    raise AssertionError\ntwice(1)\ndel sum",
    "kept = helper\ndel helper\nhelper = kept",
    "import io, sys\nsys.stdout = io.StringIO()",
    "twice(Mock())",
    "assert not np.shares_memory(grid, numbers)",
    "import inspect\nassert 'sum' not in inspect.getsource(twice)",
    "assert not (Stack([]) == 'hello') and Stack([1]).__dict__ == {'items': [1]}",
    "s = Stack([])\nassert 1 not in s",
    "import math\nmath.sqrt = None\nm.sqrt = None\nnp.random.rand = None\nassert twice(1) == 3",
    "import builtins\nsetattr(builtins, 'sum', None)\ntwice(1)",
    "with patch('math.sqrt'), patch.object(m, 'sqrt'):\n    twice(1)",
    "from unittest import mock\nwith mock.patch('builtins.input', mock.Mock()):\n    twice(1)",
    "@patch('sys.stdout')\ndef check(shown):\n    twice(1)\ncheck()",
    "assert 'big' not in globals() and 'big' not in dir()",
    "assert globals()['twice'](1) == 3 and callable(globals().get('twice'))",
    "assert eval('twice(1)') == 3 and get_ipython().user_ns['twice'](1) == 3",
    "%time twice(1)",
    "exec('r = twice(1)')\nassert r == 3 and Suit(1) is Suit.RED",
    "same(in_order(temperatures), [1, 2, 3])",
    "def other(f):\n    return f is twice\nother(twice)",
    "part = keras_parts.SGD(0.1)\nassert Stack([part]).items[0] is part",
    "this is no Python",
]


@pytest.mark.parametrize("said", INSIDE)
def test_it_runs_inside_and_the_reason_names_what_is_meant(said):
    found = list(doubts(INSIDE[said], KEPT))
    assert any(said in reason for reason in found), found


@pytest.mark.parametrize("test", OUTSIDE)
def test_it_can_run_outside(test):
    assert list(doubts(test, KEPT)) == []
