"""While a finished copy is withheld, whatever leads to it says one sentence; then it is free."""

import contextlib
import functools
import statistics
from types import ModuleType

import numpy as np
import pytest

from autograder.engine.learner import withheld
from autograder.engine.protocol.finished import FinishedCopy, functions_of, said_name
from autograder.engine.submission.withheld import not_in

COPIES = """
import functools

def plain(x):
    return x

def remembering(start):
    total = start
    other = 1
    def closure(x):
        return total + other + x
    return closure

closure = remembering(1)

def doubled(function):
    @functools.wraps(function)
    def wrapper(x):
        return 2 * function(x)
    return wrapper

@doubled
def decorated(x):
    return x

def generator(x):
    yield x

class Base:
    def __init__(self):
        self.base = 1

class Layer(Base):
    def __init__(self, n=1):
        super().__init__()
        self.n = n

    def forward(self, x):
        return self.n * x

    @property
    def size(self):
        return self.n

    @staticmethod
    def helper(x):
        return x

    @classmethod
    def make(cls):
        return cls()

class Nothing(Layer):
    pass
"""


@pytest.fixture
def copies(monkeypatch):
    """A module of finished copies, and names for what was made of them before."""
    module = ModuleType("copies")
    monkeypatch.setitem(__import__("sys").modules, "copies", module)
    monkeypatch.setattr(withheld, "_known", {})
    exec(COPIES, vars(module))
    yield module
    withheld.free()


def refuses(call):
    with pytest.raises(
        FinishedCopy, match=r"^copies\.\w+ is a finished copy that does the work of this"
    ):
        call()


def size_of(layer):
    return lambda _: layer.size


WAYS = {
    "plain": lambda module: module.plain,
    "closure": lambda module: module.closure,
    "decorated": lambda module: module.decorated,
    "what is decorated": lambda module: module.decorated.__wrapped__,
    "generator": lambda module: module.generator,
    "partial": lambda module: functools.partial(module.plain),
    "helper": lambda module: lambda x, found=module.plain: found(x),
    "class": lambda module: module.Layer,
    "subclass": lambda module: type("Mine", (module.Layer,), {}),
    "object": lambda module: module.Layer().forward,
    "property": lambda module: size_of(module.Layer()),
    "static method": lambda module: module.Layer.helper,
    "class method": lambda module: lambda _, kind=module.Layer: kind.make(),
}
NAMES = [f"copies.{name}" for name in ("plain", "closure", "decorated", "generator", "Layer")]


@pytest.mark.parametrize("way", WAYS)
def test_whatever_was_made_of_it_before_refuses(copies, way):
    function = WAYS[way](copies)
    function(1)
    withheld.hold(NAMES)
    refuses(lambda: function(1))
    told = withheld.free()
    assert len(told["called"]) == 1 and told["restored"] == []
    function(1)
    assert withheld.free() == {"called": [], "restored": []}


def test_nothing_else_refuses(copies):
    withheld.hold(["copies.plain"])
    assert copies.closure(1) == 3 and copies.Base().base == 1


def test_holding_again_frees_the_earlier_ones(copies):
    withheld.hold(["copies.plain"])
    withheld.hold(["copies.closure"])
    assert copies.plain(1) == 1
    refuses(lambda: copies.closure(1))


def test_an_error_that_is_caught_is_told(copies):
    withheld.hold(["copies.plain"])
    with contextlib.suppress(FinishedCopy):
        copies.plain(1)
    assert withheld.free() == {"called": ["copies.plain"], "restored": []}


def test_code_that_is_given_back_is_told(copies):
    code = copies.plain.__code__
    withheld.hold(["copies.plain"])
    copies.plain.__code__ = code
    assert copies.plain(1) == 1
    assert withheld.free() == {"called": [], "restored": ["copies.plain"]}


def test_what_a_name_meant_first_is_withheld_whatever_it_means_later(copies):
    withheld.know(["copies.plain"])
    plain = copies.plain
    copies.plain = None
    withheld.hold(["copies.plain"])
    refuses(lambda: plain(1))


def test_what_a_name_means_since_is_withheld_too(copies):
    withheld.know(["copies.plain"])
    old = copies.plain
    exec(COPIES, vars(copies))
    withheld.hold(["copies.plain"])
    refuses(lambda: old(1))
    refuses(lambda: copies.plain(1))


def test_a_name_that_leads_nowhere_is_no_trouble(copies):
    withheld.hold(["nowhere.at.all", "copies.nothing", "copies.plain"])
    refuses(lambda: copies.plain(1))


@pytest.mark.parametrize("target", [np.maximum, np.ndarray, len, 3, functools.lru_cache(abs)])
def test_what_is_not_written_in_python_has_nothing_to_withhold(target):
    assert functions_of(target) == []


def test_a_class_without_functions_of_its_own_has_nothing_to_withhold(copies):
    assert functions_of(copies.Nothing) == []


def test_it_is_said_as_a_learner_writes_it():
    assert said_name("course.toolbox.activations.relu") == "toolbox.relu"
    assert said_name("course.toolbox.clinic.fill_zeros") == "clinic.fill_zeros"
    assert said_name("statistics.mean") == "statistics.mean"
    assert functions_of(statistics.mean)


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("assert relu(3) == 3", 1),
        ("assert relu(3) == toolbox.relu(3)", 0),
        ("from course.toolbox import relu as oracle", 0),
        ("assert my.relu_of(3)", 1),
    ],
)
def test_what_a_test_inside_uses_itself_is_free(source, left):
    assert len(not_in(source, ("course.toolbox.relu",))) == left
