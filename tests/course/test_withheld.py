"""A finished copy is no answer to its own exercise, however an answer gets at it."""

import importlib
import sys
import types

import numpy as np
import pytest

from autograder.engine.protocol import finished
from course import checks, toolbox
from course.checks.withheld import SENTENCE, withhold
from course.toolbox import keras_parts
from course.toolbox.withheld import WITHHELD

SAID = "toolbox.relu is a finished copy that does the work of this exercise"

WAYS = {
    "the copy itself": "relu = toolbox.relu",
    "called": "def relu(z): return toolbox.relu(z)",
    "imported": "from course.toolbox import relu",
    "imported by the function": "def relu(z):\n from course.toolbox import relu as r\n return r(z)",
    "from its own file": "from course.toolbox.activations import relu",
    "nameless": "relu = lambda z: toolbox.relu(z)",
    "by getattr": "relu = getattr(toolbox, 're' + 'lu')",
    "another name": "largest = toolbox.relu\ndef relu(z): return largest(z)",
    "a helper": "def helper(z): return toolbox.relu(z)\ndef relu(z): return helper(z)",
    "a part": "import functools\nrelu = functools.partial(toolbox.relu)",
    "an object": "class R:\n def __call__(self, z): return toolbox.relu(z)\nrelu = R()",
    "a method": "class R:\n def f(self, z): return toolbox.relu(z)\nrelu = R().f",
    "the library's": "from course.keras_style import activations\nrelu = activations.relu",
    "caught": "def relu(z):\n try: return toolbox.relu(z)\n except Exception: return abs(z)",
    "a second name of a function": "def f(z): return toolbox.relu(z)\nrelu = f",
}


def notebook(answer):
    """Run an answer cell, and give the test cells' names."""
    names = {"np": np, "toolbox": toolbox, "checks": checks, "keras_parts": keras_parts}
    exec(answer, names)
    return names


@pytest.mark.parametrize("way", WAYS)
def test_a_finished_copy_is_no_answer(way):
    names = notebook(WAYS[way])
    with pytest.raises(
        checks.CheckFailed, match="is a finished copy that does the work of this"
    ) as failure:
        exec("checks.call(relu, np.array([1.0, -2.0]))", names)
    assert str(failure.value).startswith(("toolbox.relu ", "activations.relu "))
    assert toolbox.relu(-3) == 0


@pytest.mark.parametrize(
    "answer",
    [
        "Dense = keras_parts.Dense",
        "class Dense(keras_parts.Dense): pass",
        "class Mine(keras_parts.Dense): pass\nDense = Mine",
        "from course import keras_style\n"
        "class Dense:\n"
        " def forward(self, X): return keras_style.layers.Dense(1).forward(X)\n"
        " def __init__(self, units): pass\n",
    ],
)
def test_nor_is_a_finished_class_or_a_child_of_it(answer):
    names = notebook(answer)
    names["layer"] = names["Dense"](1)
    with pytest.raises(checks.CheckFailed, match=r"\w+\.Dense is a finished copy"):
        exec("checks.call(layer.forward, np.ones((2, 3)))", names)


def test_the_sentence_is_the_one_that_grading_says():
    with pytest.raises(checks.CheckFailed) as failure:
        exec("checks.call(relu, 1)", notebook("relu = toolbox.relu"))
    assert str(failure.value) == (
        f"{SAID}, so it is no answer here. Write your own lines; in later exercises you may use "
        "it. What did the text above this exercise show you?"
    )


def test_it_is_free_in_a_later_exercise():
    names = notebook("def node(z): return toolbox.relu(z)\ndef backward(z): return node(z)")
    exec("checks.call(node, 3).equals(3)\nchecks.call(backward, -3).equals(0)", names)


def test_a_child_of_an_earlier_class_may_use_it():
    names = notebook(
        "class Sequential(keras_parts.Model):\n def fit(self): return len(self.layers)"
    )
    exec("model = Sequential(2)\nmodel.add(keras_parts.Dense(1))\n", names)
    exec("checks.call(model.fit).equals(1)", names)


def test_it_is_free_for_the_test_itself():
    exec("checks.call(relu, -1).equals(toolbox.relu(-1))", notebook("def relu(z): return 0"))


def test_it_is_free_again_after_an_error():
    with pytest.raises(ZeroDivisionError):
        exec("checks.call(relu, 1)", notebook("def relu(z): return 1 / 0"))
    assert toolbox.relu(3) == 3


def test_calls_within_calls_end_in_order():
    names = notebook("def relu(z): return abs(z)")
    names["outer"] = types.FunctionType(
        compile("checks.call(relu, 1).value", "", "eval"), names, "relu"
    )
    exec("checks.call(outer).equals(1)", names)
    assert toolbox.relu(-3) == 0


def test_functions_with_free_variables_methods_and_properties_are_withheld(monkeypatch):
    module = types.ModuleType("finished_test")
    monkeypatch.setitem(sys.modules, "finished_test", module)
    exec(
        "class Base:\n def f(self): return 1\n"
        "class Net(Base):\n def f(self): return super().f()\n"
        " @property\n def size(self): return 2\n"
        " @staticmethod\n def g(): return 3\n"
        " @classmethod\n def h(cls): return 4\n",
        vars(module),
    )
    net = module.Net()
    for use in (lambda: net.f(), lambda: net.size, lambda: net.g(), lambda: module.Net.h()):
        with pytest.raises(checks.CheckFailed), withhold(["finished_test.Net"]) as called:
            use()
        assert called == ["finished_test.Net"]
    assert (net.f(), net.size, net.g(), net.h()) == (1, 2, 3, 4)


def test_what_is_not_loaded_is_left_alone():
    with withhold(["course.toolbox.nothing", "no_such_module.f", "numpy.tanh"]) as called:
        np.tanh(1.0)
    assert called == []


@pytest.mark.parametrize("dotted", sorted({name for names in WITHHELD.values() for name in names}))
def test_every_name_in_the_list_is_there(dotted):
    module, _, name = dotted.rpartition(".")
    assert callable(getattr(importlib.import_module(module), name))


def test_what_a_grader_says_of_a_finished_copy_is_a_failed_check():
    class FinishedCopy(RuntimeError):
        pass

    def answer():
        raise FinishedCopy("toolbox.relu is the finished copy.")

    with pytest.raises(checks.CheckFailed, match=r"^toolbox.relu is the finished copy.$") as said:
        checks.call(answer)
    assert not hasattr(said.value, "__notes__")


def test_a_learner_reads_the_same_sentence_behind_the_desk_and_where_work_is_graded():
    assert SENTENCE == finished.SENTENCE
