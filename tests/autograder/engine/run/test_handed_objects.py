"""Can the learner's code work with a test's own iterators and objects, and do no more than that?"""

pytest_plugins = ["graded_cells"]

ITERATORS = """
# %% answer a
def listed(things): return list(things)
def first(things): return next(iter(things))
def given_back(thing): return thing
# %% test listed
import io, itertools
assert listed(i for i in range(3)) == [0, 1, 2] and listed(reversed([1, 2])) == [2, 1]
assert listed(zip("ab", [1, 2])) == [("a", 1), ("b", 2)]
assert listed(io.StringIO("a\\nb")) == ["a\\n", "b"]
# %% test lazily
steps = iter([1, 2, 3])
assert first(steps) == 1 and list(steps) == [2, 3] and first(itertools.count(5)) == 5
# %% test same
steps = iter([])
assert given_back(steps) is steps
# %% test failing
def broken():
    yield 1
    raise KeyError("k")
try:
    listed(broken())
except KeyError as error:
    assert error.args == ("k",)
else:
    raise AssertionError("no error")
"""


def test_a_tests_iterators_are_gone_through(graded):
    assert graded(ITERATORS) == {"listed": 1, "lazily": 1, "same": 1, "failing": 1}, graded.said


OBJECTS = """
# %% answer a
def area(shapes): return sum(shape.area() for shape in shapes)
def named(thing, name):
    thing.name = name
    return thing
def doubled(number): return number + number, 2 * number, number == number, number[1], len(number)
def has(thing, name): return hasattr(thing, name)
# %% test methods
from dataclasses import dataclass
@dataclass
class Box:
    width: int
    height: int = 1
    def area(self): return self.width * self.height
assert area([Box(2), Box(3, 4)]) == 14
# %% test changed
box = Box(1)
assert named(box, "new") is box and box.name == "new"
# %% test operators
class Number:
    def __add__(self, other): return 5 if other is self else NotImplemented
    def __rmul__(self, other): return 6 * other
    def __getitem__(self, place): return [7, 8][place]
    def __len__(self): return 9
assert doubled(Number()) == (5, 12, True, 8, 9)
# %% test iterated
class Own:
    def __iter__(self): yield from "ab"
assert area([]) == 0 and [*map(str, named(Own(), 1))] == ["a", "b"]
# %% test lacking
class Nothing: pass
assert has(Box(1), "area") and not has(Nothing(), "area") and not has(Nothing(), "__len__")
"""


def test_a_tests_objects_are_asked(graded):
    expected = dict.fromkeys(["methods", "changed", "operators", "iterated", "lacking"], 1)
    assert graded(OBJECTS) == expected, graded.said


COPYING = """
# %% answer a
import copy
def named(thing, name):
    thing = copy.deepcopy([copy.copy(thing)])[0]
    thing.name = name
    return thing
def another(thing): return type(thing)()
# %% test copied
class Thing: name = "old"
thing = Thing()
new = named(thing, "new")
assert thing.name == "old" and new.name == "new" and new is not thing and type(new) is Thing
# %% test made
try:
    another(thing).name = "newer"
except TypeError as error:
    assert "only be made where the test has its class" in str(error)
assert thing.name == "old"
"""


def test_a_copy_is_another_object(graded):
    assert graded(COPYING) == {"copied": 1, "made": 1}, graded.said


SECRET = """
# %% answer a
def look(thing): return None
# %% test private
class Held:
    __secret = _hidden = 42
    def method(self): return 1
assert look(Held()) in (None, "AttributeError")
# %% test shared
class Open:
    def __init__(self): self.items = []
thing = Open()
look(thing)
assert thing.items == []
"""
LOOKING = """
# %% answer a
def look(thing):
    try:
        return {}
    except Exception as error:
        return type(error).__name__
"""


def test_nothing_behind_an_object_is_reached(graded):
    paths = ["_hidden", "_Held__secret", "__class__._hidden"]
    paths += ["method.__self__._hidden", "_asked('__class__')", "_asked('getattr', '__class__')"]
    paths += ["_asked('__subclasshook__', 1)", "_asked('getattr', ['a'])"]
    for path in paths:
        looking = LOOKING.replace("{}", f"thing.{path}")
        assert graded(SECRET, looking)["private"] == 1, (path, graded.said)


def test_an_attribute_that_both_would_change_is_refused_by_name(graded):
    assert graded(SECRET, "# %% answer a\ndef look(thing): thing.items.append(1)")["shared"] == 0
    assert (
        "the attribute items of an object of the test's cannot be shared" in graded.said["shared"]
    )
