"""Are objects of a module that both sides have kept in step, in both directions?"""

import numpy as np
import pytest

from course.toolbox.keras_parts import SGD, Adam, Dense, Model, Sequential

pytest_plugins = ["learner_pair"]


@pytest.fixture
def layer():
    """A layer of the test, already built."""
    made = Dense(2, "tanh")
    made.build(3, np.random.default_rng(1))
    return made


def test_the_learner_can_use_an_object_of_the_test(pair, layer):
    pair.learn("def f(layer, X): return layer.forward(X)")
    X = np.arange(6.0).reshape(2, 3)
    np.testing.assert_array_equal(pair["f"](layer, X), layer.forward(X))


def test_what_the_learner_does_to_it_is_done_to_the_tests_object(pair):
    pair.learn("def f(layer, rng): layer.build(4, rng)")
    layer, twin = Dense(3), Dense(3)
    pair["f"](layer, np.random.default_rng(2))
    twin.build(4, np.random.default_rng(2))
    np.testing.assert_array_equal(layer.W, twin.W)


def test_what_the_test_does_to_it_later_is_seen_by_the_learner(pair, layer):
    pair.learn(
        "kept = []\ndef keep(layer): kept.append(layer)\ndef total(): return kept[0].b.sum()"
    )
    pair["keep"](layer)
    layer.b = np.array([1.0, 2.0])
    first = pair["total"]()
    layer.b[0] = 5
    assert (first, pair["total"]()) == (3, 7)


def test_an_array_that_is_changed_in_place_stays_the_same_array(pair, layer):
    pair.learn("def f(layer): layer.W[:] = 4")
    W = layer.W
    pair["f"](layer)
    assert layer.W is W and (W == 4).all()


def test_a_new_attribute_comes_back(pair, layer):
    pair.learn("def f(layer): layer.seen = {'a': [1]}")
    pair["f"](layer)
    assert layer.seen == {"a": [1]}


def test_a_deleted_attribute_is_deleted(pair, layer):
    pair.learn("def f(layer): del layer.b")
    pair["f"](layer)
    assert not hasattr(layer, "b")


def test_the_learner_cannot_replace_a_method_of_the_class(pair, layer):
    pair.learn("def f(layer): layer.forward = lambda X: 42")
    pair["f"](layer)
    assert layer.forward(np.zeros((1, 3))).tolist() == [[0, 0]]


def test_it_comes_back_as_itself(pair, layer):
    pair.learn("def f(layer): return [layer]")
    assert pair["f"](layer)[0] is layer


def test_it_is_one_object_however_often_it_is_sent(pair, layer):
    pair.learn("def f(*given): return len({id(x) for x in given})")
    assert pair["f"](layer, layer) == 1


def test_objects_in_a_list_cross(pair):
    pair.learn(
        "def f(layers): return [type(layer).__name__ + str(layer.units) for layer in layers]"
    )
    assert pair["f"]([Dense(2), Dense(3)]) == ["Dense2", "Dense3"]


def test_objects_inside_an_object_cross(pair):
    pair.learn("def f(model): return [layer.W.shape for layer in model.layers]")
    model = Sequential(3)
    model.add(Dense(2))
    model.add(Dense(1))
    assert pair["f"](model) == [(3, 2), (2, 1)]


def test_an_optimizer_counts_on_both_sides(pair):
    pair.learn("def f(optimizer, layers): optimizer.update(layers)")
    optimizer = SGD(0.5)
    layer = Dense(1)
    layer.set_weights([np.ones((1, 1)), np.zeros(1)])
    layer.dW, layer.db = np.ones((1, 1)), np.ones(1)
    pair["f"](optimizer, [layer])
    optimizer.update([layer])
    pair["f"](optimizer, [layer])
    assert (optimizer.iterations, layer.W.item(), layer.b.item()) == (3, -0.5, -1.5)


def test_an_optimizers_memory_comes_back(pair):
    pair.learn("def f(optimizer, w, g): return optimizer.step(w, g)")
    optimizer, twin = Adam(), Adam()
    optimizer.iterations = twin.iterations = 1
    w, g = [np.ones(2)], [np.full(2, 3.0)]
    np.testing.assert_array_equal(pair["f"](optimizer, w, g), twin.step(w, g))
    np.testing.assert_array_equal(optimizer.memory, twin.memory)


def test_a_generator_inside_an_object_is_in_step(pair):
    pair.learn("def f(model): return model.rng.random()")
    model, twin = Model(2, seed=5), np.random.default_rng(5)
    assert [pair["f"](model), model.rng.random(), pair["f"](model)] == [
        twin.random() for _ in range(3)
    ]


def test_a_whole_training_agrees(pair):
    pair.learn("def fit(model, X, y): return model.fit(X, y, epochs=2)")
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(40, 3)), (rng.random((40, 1)) > 0.5) * 1.0
    models = [Sequential(3, seed=1), Sequential(3, seed=1)]
    for model in models:
        model.add(Dense(1, "sigmoid"))
        model.compile(SGD(0.1), "binary_crossentropy")
    assert pair["fit"](models[0], X, y) == models[1].fit(X, y, epochs=2)
    np.testing.assert_array_equal(models[0].layers[0].W, models[1].layers[0].W)


# Classes that derive from a shared one


OWN = """
from course.toolbox.keras_parts import Model, Dense
class Mine(Model):
    def count(self): return len(self.layers)
"""


def test_a_learners_class_derives_from_a_shared_one(pair):
    pair.learn(OWN)
    made = pair["Mine"](2)
    assert isinstance(made, Model) and isinstance(made, pair["Mine"])
    assert not isinstance(made, Sequential)


def test_the_type_of_its_objects_is_the_class(pair):
    pair.learn(OWN)
    assert type(pair["Mine"](2)) is pair["Mine"]


def test_an_object_of_the_test_goes_into_a_learners_object(pair):
    pair.learn(OWN)
    made, layer = pair["Mine"](2, seed=3), Dense(4)
    made.add(layer)
    assert (made.count(), layer.W.shape, made.layers[0] is layer) == (1, (2, 4), True)


def test_a_learners_object_of_a_shared_class_is_a_stand_in(pair):
    pair.learn("from course.toolbox.keras_parts import Dense\nlayer = Dense(7)")
    layer = pair["layer"]
    assert isinstance(layer, Dense) and layer.units == 7


def test_a_shared_class_is_itself_on_both_sides(pair):
    pair.learn("from course.toolbox.keras_parts import Dense\ndef f(kind): return kind is Dense")
    assert pair["f"](Dense) is True


def test_a_forged_class_of_the_name_of_a_shared_one_is_none(pair):
    pair.learn("class Dense: pass\nlayer = Dense()")
    assert not isinstance(pair["layer"], Dense)


def in_a_test_cell(source):
    """Run code as a test cell runs; return what it defines."""
    namespace = {"__name__": "__main__", "Dense": Dense, "SGD": SGD, "np": np}
    exec(source, namespace)
    return namespace


def test_a_method_that_the_test_overrides_is_called(pair):
    pair.learn("def f(layer, X): return layer.forward(X)")
    source = (
        "class Loud(Dense):\n    def forward(self, X):\n        self.calls = 1\n"
        "        return X + 1"
    )
    layer = in_a_test_cell(source)["Loud"](3)
    assert pair["f"](layer, np.zeros(2)).tolist() == [1, 1] and layer.calls == 1


def test_a_method_that_the_test_overrides_can_call_the_original(pair):
    pair.learn("def f(optimizer, ps, gs): return optimizer.step(ps, gs)")
    source = (
        "class Counting(SGD):\n    steps = 0\n    def step(self, parameters, gradients):\n"
        "        self.steps += 1\n        return super().step(parameters, gradients)"
    )
    optimizer = in_a_test_cell(source)["Counting"](0.5)
    for _ in range(2):
        (moved,) = pair["f"](optimizer, [np.ones(1)], [np.ones(1)])
    assert (moved.item(), optimizer.steps) == (0.5, 2)


def test_a_class_attribute_of_a_tests_subclass_is_seen(pair):
    pair.learn("def f(layer): return layer.kind, type(layer).__name__")
    layer = in_a_test_cell("class Special(Dense):\n    kind = 'special'")["Special"](1)
    assert pair["f"](layer) == ("special", "Special")


def test_two_subclasses_keep_their_own_methods(pair):
    pair.learn("def f(layers): return [layer.forward(1) for layer in layers]")
    source = (
        "class A(Dense):\n    def forward(self, X): return 'a'\n"
        "class B(Dense):\n    def forward(self, X): return 'b'"
    )
    found = in_a_test_cell(source)
    assert pair["f"]([found["A"](1), found["B"](1)]) == ["a", "b"]
