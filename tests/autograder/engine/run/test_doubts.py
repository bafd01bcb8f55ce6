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
    return local


class Stack:
    def __init__(self, items):
        self.items = list(items)

    def push(self, item):
        self.items.append(item)
"""
LOCKED = "temperatures = [3, 1, 2]\ndef same(a, b):\n    assert a == b\n"
KEPT = Kept.read([OPEN], [LOCKED])

INSIDE = {
    "`is`": "assert in_order(numbers) is not numbers",
    "(numbers)": "numbers.append(9)\nassert in_order([1]) == [1]",
    "(in_order([3])[0])": "in_order([3])[0][0] = 1",
    "(got)": "got = in_order([3])\ngot[0] = 1",
    "(grid)": "grid[0, 0] = 5",
    "object of the learner's": "import random\ngot = in_order([1])\nrandom.shuffle(got)",
    "shares_memory": "assert not np.shares_memory(grid, numbers)",
    "xs": "xs = [1]\ns = Stack(xs)\ns.push(2)\nassert xs == [1]",
    "item": "item = [1]\ns = Stack([])\ns.push(item)\nitem.append(2)\nassert s.items == [[1]]",
    "math.sqrt": "import math\nmath.sqrt = None\nassert twice(1) == 3",
    "np.sum": "np.sum = None",
    "sys.stdout": "import io, sys\nsys.stdout = io.StringIO()",
    "mock": "from unittest.mock import patch",
    "__code__": "assert 'sum' not in twice.__code__.co_names",
    "getsource": "import inspect\nassert 'sum' not in inspect.getsource(twice)",
    "globals": "assert 'big' not in globals()",
    "get_ipython": "%time twice(1)",
    "dir()": "assert 'big' not in dir()",
    "built-in (sum)": "def sum(*args):\n    raise AssertionError\ntwice(1)",
    "name (helper)": "kept = helper\ndel helper\nhelper = kept",
    "temperatures": "assert temperatures == [3, 1, 2]",
    "operator": "assert not (Stack([]) == 'hello')",
    "with plain data": "s = Stack([])\nassert 1 not in s",
}
OUTSIDE = [
    "assert in_order([3, 1]) == [1, 3]",
    "assert type(in_order([1])) is list and twice(1) is not None",
    "x = np.zeros(3)\nx[0] = 1\nbefore = x.copy()\nin_order(x)\nassert np.array_equal(x, before)",
    "calls = []\ncalls.append(1)\nassert in_order(calls) == [1]",
    "s = Stack([1])\ns.push(2)\nassert s.items == [1, 2]\ns.items\ns.name = 'x'",
    "def check(sum_found, local=1):\n    model = twice(sum_found)\n    return model\ncheck(1)",
    "assert sum(in_order([1, 2])) == 3\nlocal = 3",
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
