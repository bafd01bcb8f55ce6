"""Do iteration, items and with-blocks work on the learner's objects?"""

import types

import numpy as np
import pytest

pytest_plugins = ["learner_pair"]

BOX = """
class Box:
    def __init__(self, items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, place): return self.items[place]
    def __setitem__(self, place, item): self.items[place] = item
    def __delitem__(self, place): del self.items[place]
    def __call__(self, *args, **named): return args, named
    def __enter__(self):
        self.items.append("in")
        return self
    def __exit__(self, kind, error, trace):
        self.items.append(kind.__name__ if kind else "out")
        return kind is KeyError
"""


@pytest.fixture
def box(pair):
    """An object that holds 1, 2, 3."""
    pair.learn(f"{BOX}\nbox = Box([1, 2, 3])")
    return pair["box"]


def test_items_can_be_read(box):
    assert (len(box), box[0], box[-1], box[1:]) == (3, 1, 3, [2, 3])


def test_items_can_be_set_and_deleted(box):
    box[0] = [7]
    del box[1]
    assert box.items == [[7], 3]


def test_an_item_that_is_not_there_is_an_error(box):
    with pytest.raises(IndexError):
        box[9]


def test_an_object_with_items_can_be_iterated(box):
    assert list(box) == [1, 2, 3]


def test_an_object_can_be_called(box):
    assert box(1, a=[2]) == ((1,), {"a": [2]})


def test_an_empty_object_is_false(box):
    assert box
    del box[:]
    assert not box


def test_a_with_block_enters_and_leaves(box):
    with box as inside:
        assert inside is box
        assert box.items[-1] == "in"
    assert box.items[-1] == "out"


def test_a_with_block_can_swallow_an_error(box):
    with box:
        raise KeyError(1)
    assert box.items[-1] == "KeyError"


def test_a_with_block_lets_other_errors_through(box):
    with pytest.raises(ZeroDivisionError), box:
        raise ZeroDivisionError
    assert box.items[-1] == "ZeroDivisionError"


def test_a_generator_gives_what_it_yields(pair):
    pair.learn("def count(n):\n    for i in range(n): yield i, [i]")
    assert list(pair["count"](3)) == [(0, [0]), (1, [1]), (2, [2])]


def test_a_generator_is_run_step_by_step(pair):
    pair.learn("seen = []\ndef count():\n    for i in range(9): seen.append(i); yield i")
    steps = iter(pair["count"]())
    assert (next(steps), next(steps), pair["seen"]) == (0, 1, [0, 1])


def test_next_works_on_a_generator_itself(pair):
    pair.learn("def count():\n    yield 1\n    yield 2")
    steps = pair["count"]()
    assert (next(steps), next(steps), next(steps, "end")) == (1, 2, "end")


def test_a_generator_keeps_its_place_between_two_loops(pair):
    pair.learn("def count(): yield from range(4)")
    steps = pair["count"]()
    for _ in steps:
        break
    assert list(steps) == [1, 2, 3]


def test_an_error_in_a_generator_comes_out(pair):
    pair.learn("def count():\n    yield 1\n    raise ValueError('stop')")
    with pytest.raises(ValueError, match="stop"):
        list(pair["count"]())


def test_an_iterator_of_a_class(pair):
    pair.learn(
        "class Down:\n    def __init__(self, n): self.n = n\n    def __iter__(self): return self\n"
        "    def __next__(self):\n        self.n -= 1\n        if self.n < 0: raise StopIteration\n"
        "        return self.n"
    )
    assert list(pair["Down"](3)) == [2, 1, 0]


def test_zip_and_enumerate_work(pair):
    pair.learn("pairs = zip([1, 2], 'ab')\nnumbered = enumerate('xy')\nmapped = map(str, [1])")
    assert [list(pair[name]) for name in ("pairs", "numbered", "mapped")] == [
        [(1, "a"), (2, "b")],
        [(0, "x"), (1, "y")],
        ["1"],
    ]


def test_an_object_does_not_say_itself_what_is_in_it(pair):
    pair.learn("class All:\n    def __contains__(self, x): return True\nall_of_it = All()")
    with pytest.raises(TypeError):
        4 in pair["all_of_it"]  # noqa: B015


def test_views_of_a_dict_can_be_iterated(pair):
    pair.learn("keys = {'a': 1, 'b': 2}.keys()")
    assert sorted(pair["keys"]) == ["a", "b"]


def test_a_named_tuple_gives_its_fields(pair):
    pair.learn("from collections import namedtuple\nP = namedtuple('P', 'x y')\np = P(1, 2)")
    x, y = pair["p"]
    assert (x, y, pair["p"].x, len(pair["p"])) == (1, 2, 1, 2)


def test_a_data_class_gives_its_fields(pair):
    pair.learn("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int = 3\np = P()")
    assert (pair["p"].x, repr(pair["p"])) == (3, "P(x=3)")


def test_numbers_that_an_object_gives(pair):
    pair.learn(
        "class N:\n    def __float__(self): return 2.5\n    def __int__(self): return 2\nn = N()"
    )
    assert (float(pair["n"]), int(pair["n"])) == (2.5, 2)


def test_a_round_and_an_index(pair):
    pair.learn(
        "class N:\n    def __round__(self, n): return n\n    def __index__(self): return 1\nn = N()"
    )
    assert (round(pair["n"], 3), [5, 6][pair["n"]]) == (3, 6)


def test_a_module_that_is_not_the_courses_is_looked_at_from_afar(pair):
    pair.learn("import json")
    assert not isinstance(pair["json"], types.ModuleType)
    assert pair["json"].dumps([1]) == "[1]"


def test_a_class_of_numpy_is_itself_on_both_sides(pair):
    pair.learn("import numpy as np\nkind = np.float32\ndef is_it(x): return x is kind")
    assert pair["kind"] is np.float32 and pair["is_it"](np.float32) is True


def test_objects_of_pythons_own_kinds_are_known_as_such(pair):
    pair.learn(
        "def steps(): yield 1\nclass Celsius:\n    degrees = property(lambda self: 1)\n"
        "def zipped(): return zip('a', [1])"
    )
    assert isinstance(pair["steps"](), types.GeneratorType)
    assert isinstance(pair["Celsius"].degrees, property) and "degrees" in dir(pair["Celsius"])
    assert isinstance(pair["zipped"](), zip) and not isinstance(pair["zipped"](), map)
