"""Is a list that both sides hold one list to both, as long as anybody has a use for it?"""

import copy

import numpy as np
import pytest

pytest_plugins = ["learner_pair"]

DIARY = """
import numpy as np
from collections import Counter
class Diary:
    def __init__(self, lines): self.lines = lines
    def write(self, line): self.lines.append(line)
    def read(self): return self.lines
"""


@pytest.fixture
def diary(pair):
    """The learner's class: it keeps the list that it is given, and hands it out."""
    pair.learn(DIARY)
    return pair["Diary"]


def test_what_the_learner_keeps_of_an_argument_is_followed(diary):
    given = ["a"]
    kept = diary(given)
    kept.write("b")
    given.append("c")
    assert given == ["a", "b", "c"] and kept.read() is given


def test_what_the_learner_hands_out_is_its_own(diary):
    kept = diary([])
    seen = kept.read()
    kept.write("a")
    seen.append("b")
    assert seen == ["a", "b"] and kept.read() == ["a", "b"] and kept.lines is seen


def test_a_copy_is_a_copy(pair):
    pair.learn("kept = [[1], 2]\ndef copied(): return list(kept)")
    one, other = pair["kept"], pair["copied"]()
    assert one == other and one is not other and one[0] is other[0]
    other.append(3)
    other[0].append(4)
    assert one == [[1, 4], 2] == pair["kept"]


VIEWS = """
import numpy as np
grid = np.arange(6.0).reshape(2, 3)
part = grid[:, ::-2]
apart = grid[0].copy()
def row(array): return array[-1]
def column(array): return array.T[0]
"""


def test_a_part_of_an_array_stays_a_part_of_it(pair):
    pair.learn(VIEWS)
    grid, part, apart = pair["grid"], pair["part"], pair["apart"]
    part[1, 0] = 50
    apart[0] = 60
    assert grid[1, 2] == 50 and grid[0, 0] == 0 and part.tolist() == [[2, 0], [50, 3]]
    assert pair["row"](grid) is not grid and pair["grid"].tolist() == grid.tolist()
    assert np.shares_memory(part, grid) and not np.shares_memory(apart, grid)


@pytest.mark.parametrize("order", ["C", "F"])
def test_a_part_of_the_tests_own_array_is_one(pair, order):
    pair.learn(VIEWS)
    own = np.array([[1, 2], [3, 4]], order=order)
    row, column = pair["row"](own), pair["column"](own[:1])
    row[0] = 9
    column[0] = 8
    assert own.tolist() == ([[8, 2], [9, 4]] if order == "C" else [[1, 2], [3, 4]])
    assert row.tolist() == [9, 4] and row.dtype == own.dtype


@pytest.mark.parametrize(
    ("made", "change", "after"),
    [
        ("{}", lambda value: value.update(a=[1]), {"a": [1]}),
        ("set()", lambda value: value.add(5), {5}),
        ("bytearray(b'a')", lambda value: value.extend(b"b"), bytearray(b"ab")),
        ("Counter('a')", lambda value: value.update("a"), {"a": 2}),
        ("[[]]", lambda value: value[0].append(value), None),
    ],
    ids=range(5),
)
def test_a_change_by_the_test_is_a_change_there(pair, diary, made, change, after):
    pair.learn(f"kept = {made}\ndef text(): return repr(kept)")
    value = pair["kept"]
    change(value)
    assert pair["text"]() == repr(value) and pair["kept"] is value
    assert after is None or value == after


def test_an_array_that_the_learner_keeps_is_followed(pair, diary):
    pair.learn("def grow(diary): diary.lines += 1")
    given = np.zeros(3)
    kept = diary(given)
    pair["grow"](kept)
    given[0] = 5
    assert given.tolist() == [5, 1, 1] and kept.lines.tolist() == [5, 1, 1]


def test_what_a_cell_of_the_learners_changes_is_seen(pair):
    pair.learn("kept = [1]\ndef nothing(): pass")
    value = pair["kept"]
    pair.learn("kept.append(2)")
    pair["nothing"]()
    assert value == [1, 2]


def test_what_nobody_needs_is_let_go(pair):
    pair.learn("def fresh(x): return [x, [x]]\ndef nothing(): pass")
    for _ in range(20):
        pair["fresh"]([1, 2])
    pair["nothing"]()
    pair["nothing"]()
    assert len(pair.remote.followed.drop_all()) <= 3


def test_very_many_lists_cross_and_change_in_place(pair):
    pair.learn("def clear(x):\n    for part in x: part.clear()\n    return x")
    given = [[n] for n in range(5000)]
    assert pair["clear"](given) == [[]] * 5000 and given[4999] == []


def test_a_large_array_comes_back_changed(pair):
    pair.learn("def fill(x):\n    x[:] = 1\n    return x")
    given = np.zeros(2**20)
    assert pair["fill"](given) is given and given.all()


def test_after_data_that_are_too_much_all_goes_on(pair):
    pair.learn("kept = [1]\ndef much(): return [kept, np.zeros(2**24)]\nimport numpy as np")
    value = pair["kept"]
    with pytest.raises(ValueError, match="too much data"):
        pair["much"]()
    assert value == pair["kept"] == [1]


def test_a_default_is_as_the_learner_has_it(pair):
    pair.learn("def f(x, seen=[]):\n    seen.append(x)\n    return seen")
    first = pair["f"](1)
    before = copy.copy(first)
    assert pair["f"](2) is first and (before, first) == ([1], [1, 2])


def test_a_large_array_in_two_places_is_one(pair):
    pair.learn("import numpy as np\nbig, small = np.zeros(2**20), [1]")
    pair.learn("def twice(): return [big, big, small]")
    first, second, small = pair["twice"]()
    assert first is second and small is pair["small"]


def test_a_list_in_an_error_is_no_harm(pair):
    pair.learn("kept = [1]\nclass Odd(KeyError): pass\ndef f(): raise Odd(kept)")
    with pytest.raises(KeyError):
        pair["f"]()
    assert pair["kept"] == [1]


def test_what_a_pair_holds_is_followed_after_an_error_too(pair):
    pair.learn("from collections import namedtuple\nP = namedtuple('P', 'x')\np = P([1])")
    pair.learn("def f(): raise ValueError")
    assert pair["p"] == ([1],)
    with pytest.raises(ValueError):
        pair["f"]()
    assert pair["p"] == ([1],) and pair["p"].x == [1]
