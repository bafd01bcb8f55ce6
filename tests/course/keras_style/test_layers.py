"""Do layers, activations, losses and initializers hold what their texts promise?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course import keras_style as keras
from course.keras_style.activations import BACKWARD

layers = keras.layers
quick = settings(deadline=None, max_examples=40)
any_numbers = arrays(float, st.tuples(st.integers(1, 4), st.integers(2, 5)), elements=st.floats())
numbers = arrays(
    float, st.tuples(st.integers(1, 4), st.integers(2, 5)), elements=st.floats(-1e300, 1e300)
)


def test_dense_by_hand():
    """Is it activation(inputs @ kernel + bias)? (PATH.md's 2-4, 4-(-5) network)"""
    model = keras.Sequential([keras.Input((2,)), layers.Dense(2, "relu"), layers.Dense(1)])
    model.set_weights([[[2, 4], [4, -5]], [0, 0], [[2], [7]], [0]])
    assert model(np.array([[3, 5]])).tolist() == [[52.0]]
    model.set_weights([[[2, 4], [4, -5]], [0, 9], [[2], [7]], [1]])
    assert model([[3, 5]]).tolist() == [[2 * 26 + 7 * max(0, 12 - 25 + 9) + 1]]


def test_weights_are_views_of_one_vector():
    """Do kernel, bias, weights and the model's vector show the same numbers?"""
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.Dense(2, use_bias=False)])
    first, second = model.layers
    assert model.count_params() == 3 * 4 + 4 + 4 * 2 == model.parameters.size
    assert [w.shape for w in model.get_weights()] == [(3, 4), (4,), (4, 2)]
    model.parameters[:] = np.arange(24.0)
    assert first.kernel[0].tolist() == [0, 1, 2, 3]
    assert first.bias.tolist() == [12, 13, 14, 15]
    assert second.kernel[-1].tolist() == [22, 23]
    assert second.bias is None
    first.kernel[0, 0] = -1.0
    assert model.parameters[0] == -1.0
    with pytest.raises(AttributeError):
        first.kernel = np.zeros((3, 4))


def test_get_weights_are_copies():
    """Does changing what get_weights returned leave the model as it was?"""
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
    model.get_weights()[0][...] = 99.0
    assert not np.any(model.layers[0].kernel == 99.0)


def test_adding_a_layer_keeps_what_was_learned():
    """Do the first layers keep their weights when another layer is added?"""
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
    kernel = model.layers[0].kernel.copy()
    model.add(layers.Dense(2))
    np.testing.assert_array_equal(model.layers[0].kernel, kernel)
    assert model.layers[0].kernel.base is model.parameters
    assert (model.input_shape, model.output_shape) == ((None, 3), (None, 2))


@pytest.mark.parametrize("first_data", ["fit", "predict", "call", "build"])
def test_model_without_input_is_built_by_its_first_data(first_data):
    """Are the weights drawn when the number of features is known, and not before?"""
    model = keras.Sequential([layers.Dense(4, "relu"), layers.Dropout(0.5), layers.Dense(1)])
    assert not model.built
    assert model.get_weights() == []
    model.compile("sgd", "mse")
    {
        "fit": lambda: model.fit(np.ones((2, 3)), np.ones(2), verbose=0),
        "predict": lambda: model.predict(np.ones((2, 3)), verbose=0),
        "call": lambda: model(np.ones((2, 3))),
        "build": lambda: model.build((None, 3)),
    }[first_data]()
    assert model.count_params() == 3 * 4 + 4 + 4 + 1
    model.add(layers.Dense(2))
    assert model.output_shape == (None, 2)


def test_layers_can_be_called_one_by_one():
    """Does calling each layer in turn show what the model does inside?"""
    x = np.random.default_rng(0).normal(size=(5, 3))
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4, "relu"), layers.Dense(2)])
    hidden = model.layers[0](x)
    assert hidden.shape == (5, 4) and hidden.min() >= 0
    np.testing.assert_allclose(model.layers[1](hidden), model.predict(x, verbose=0), rtol=1e-12)
    assert layers.Dense(6)(x).shape == (5, 6)


def test_names_are_counted_as_in_keras(real):
    """Do layers, models, optimizers and metrics get the names that Keras would give?"""
    for make in [
        lambda keras: keras.layers.Dense(1),
        lambda keras: keras.layers.Dropout(0.1),
        lambda keras: keras.Sequential(),
        lambda keras: keras.optimizers.SGD(),
        lambda keras: keras.metrics.AUC(),
        lambda keras: keras.metrics.BinaryAccuracy(),
        lambda keras: keras.losses.MeanSquaredError(),
    ]:
        kinds = []
        for library in (keras, real):
            first, second = make(library).name, make(library).name
            kinds.append((first.rstrip("_0123456789"), first == second))
        assert kinds[0] == kinds[1]


@quick
@given(x=any_numbers)
@pytest.mark.parametrize("name", ["linear", "relu", "tanh", "sigmoid"])
def test_activations_take_any_number(name, x):
    """Is every answer in its range, without a warning, even for inf and nan?"""
    a = getattr(keras.activations, name)(x)
    assert a.shape == x.shape
    np.testing.assert_array_equal(np.isnan(a), np.isnan(x))
    low, high = {
        "linear": (-np.inf, np.inf),
        "relu": (0, np.inf),
        "tanh": (-1, 1),
        "sigmoid": (0, 1),
    }[name]
    known = a[~np.isnan(a)]
    assert np.all((known >= low) & (known <= high))


@quick
@given(x=numbers)
def test_softmax_gives_shares(x):
    """Do the shares of each row add up to 1, however large the numbers, in their order?"""
    shares = keras.activations.softmax(x)
    np.testing.assert_allclose(shares.sum(axis=-1), 1.0, rtol=1e-12)
    assert np.all(shares >= 0)
    largest = x.max(axis=-1, keepdims=True)
    assert np.all(shares[x == largest] >= shares.max() * 0 + 1 / x.shape[1] - 1e-12)


@quick
@given(seed=st.integers(0, 2**16))
@pytest.mark.parametrize("name", [function.__name__ for function in BACKWARD])
def test_way_back_is_the_slope(name, seed):
    """Does each way back agree with finite differences, away from relu's kink?"""
    rng = np.random.default_rng(seed)
    x, weights = rng.normal(size=(3, 4)), rng.normal(size=(3, 4))
    x[np.abs(x) < 1e-3] = 0.5
    function = getattr(keras.activations, name)
    found = BACKWARD[function](function(x), weights)
    h = 1e-6
    for place in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[place] = h
        expected = np.sum(weights * (function(x + step) - function(x - step))) / (2 * h)
        assert found[place] == pytest.approx(expected, abs=1e-6)


@quick
@given(rate=st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]), seed=st.integers(0, 100))
def test_dropout(rate, seed):
    """Is the share dropped the rate, the rest scaled up, the blame alike, predicting calm?"""
    layer = layers.Dropout(rate, seed=seed)
    x = np.ones((100, 50))
    np.testing.assert_array_equal(layer(x), x)
    out = layer(x, training=True)
    kept = out != 0
    assert abs(kept.mean() - (1 - rate)) < 0.05
    if rate < 1:
        np.testing.assert_allclose(out[kept], 1 / (1 - rate))
    np.testing.assert_array_equal(layer.backward(x), out)
    again = layers.Dropout(rate, seed=seed)
    np.testing.assert_array_equal(again(x, training=True), out)


@pytest.mark.parametrize(
    ("name", "low", "high", "spread"),
    [
        ("random_uniform", -0.05, 0.05, 0.1 / 12**0.5),
        ("glorot_uniform", -0.1, 0.1, 0.2 / 12**0.5),
        ("he_normal", -2 * 0.08 / 0.87962566, 2 * 0.08 / 0.87962566, 0.08),
        ("random_normal", -0.3, 0.3, 0.05),
        ("he_uniform", -((6 / 312) ** 0.5), (6 / 312) ** 0.5, (2 / 312) ** 0.5),
        ("glorot_normal", -2 * 0.0577350 / 0.87962566, 2 * 0.0577350 / 0.87962566, 0.0577350),
        ("zeros", 0, 0, 0),
        ("ones", 1, 1, 0),
    ],
)
def test_initializers_draw_as_real_ones_do(real, name, low, high, spread):
    """Are limits and spread those of the formula, and those of real Keras?"""
    shape = (312, 288)
    values = keras.initializers.get(name)(shape)
    theirs = np.asarray(real.initializers.get(name)(shape))
    for drawn in (values, theirs):
        assert drawn.min() >= low - abs(low) * 0.01
        assert drawn.max() <= high + high * 0.01
        assert drawn.std() == pytest.approx(spread, rel=0.02)
        assert abs(drawn.mean() - (low + high) / 2) <= 0.02 * spread


def test_initializers_and_seeds():
    """Does a seed repeat the values, and no seed give new ones?"""
    seeded = keras.initializers.RandomUniform(seed=3)
    np.testing.assert_array_equal(seeded((4, 4)), seeded((4, 4)))
    free = keras.initializers.HeNormal()
    assert not np.array_equal(free((4, 4)), free((4, 4)))
    bias = layers.Dense(3, bias_initializer=keras.initializers.RandomUniform(1, 2))
    bias(np.ones((1, 1)))
    assert np.all(bias.bias >= 1)


def test_losses_as_objects_and_names():
    """Do class, function and name give the same loss?"""
    y, p = np.array([0.0, 1.0]), np.array([[0.25], [0.5]])
    expected = -(np.log(0.75) + np.log(0.5)) / 2
    assert keras.losses.BinaryCrossentropy()(y, p) == pytest.approx(expected)
    for spelling in ("binary_crossentropy", "bce", keras.losses.binary_crossentropy):
        assert keras.losses.get(spelling)(y, p) == pytest.approx(expected)


@pytest.mark.parametrize(("name", "expected"), [("precision", 2 / 3), ("recall", 0.5)])
def test_precision_and_recall_by_hand(name, expected):
    """Are they the shares that their names mean, 0 when there is nothing to share?"""
    metric = keras.metrics.for_shapes(name, 1, 1)
    y_true, y_pred = [1, 1, 1, 1, 0, 0], [0.9, 0.6, 0.2, 0.5, 0.7, 0.1]
    assert metric(np.array(y_true), np.array(y_pred)) == pytest.approx(expected)
    metric.reset_state()
    assert metric(np.array([0.0, 1.0]), np.array([0.0, 0.0])) == 0.0


OLDER = {
    "input_dim": lambda keras: keras.layers.Dense(2, input_dim=8),
    "input_shape": lambda keras: keras.layers.Dense(2, input_shape=(8,)),
    "of Dropout": lambda keras: keras.layers.Dropout(0.5, input_shape=(8,)),
    "of Flatten": lambda keras: keras.layers.Flatten(input_shape=(4, 2)),
}


@pytest.mark.parametrize("how", OLDER)
def test_shape_of_the_inputs_given_to_a_layer(real, how):
    """Is it taken as in Keras, with Keras's warning at the line that makes the layer?"""
    said, shapes = [], []
    for library in (keras, real):
        model = library.Sequential()
        with pytest.warns(UserWarning, match="Do not pass an `input_shape`/`input_dim`") as caught:
            model.add(OLDER[how](library))
        said.append([(str(each.message), each.category) for each in caught])
        model.add(library.layers.Dense(1))
        shapes.append((model.input_shape, model.output_shape, model.count_params()))
        if library is keras:
            assert caught[0].filename == __file__
    assert said[0] == said[1]
    assert shapes[0] == shapes[1]


@pytest.mark.filterwarnings("ignore:Do not pass an `input_shape`")
def test_shape_given_to_a_later_layer_is_not_used():
    """Does only the first layer's shape count, and keras.Input more than that?"""
    model = keras.Sequential([layers.Dense(2, input_dim=3), layers.Dense(1, input_dim=7)])
    assert model.input_shape == (None, 3)
    model = keras.Sequential([keras.Input((4,)), layers.Dense(2, input_dim=3)])
    assert model.input_shape == (None, 4)


@quick
@given(seed=st.integers(0, 2**16))
@pytest.mark.parametrize("name", ["relu", "sigmoid", "softmax"])
def test_activation_as_a_layer(name, seed):
    """Does a model with an Activation layer train as one with Dense's activation?"""
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(9, 3)), np.eye(2)[rng.integers(2, size=9)]
    weights = [rng.normal(size=(3, 2)), np.zeros(2)]
    found = []
    for last in ([layers.Dense(2, name)], [layers.Dense(2), layers.Activation(name)]):
        model = keras.Sequential([keras.Input((3,)), *last])
        model.set_weights(weights)
        model.compile("adam", "categorical_crossentropy" if name == "softmax" else "mse")
        model.fit(x, y, epochs=3, shuffle=False, verbose=0)
        found.append(model.parameters)
    np.testing.assert_array_equal(*found)


@pytest.mark.parametrize("with_input", [True, False])
def test_flatten_makes_a_table_of_pictures(with_input):
    """Do pictures train as the table of their numbers does?"""
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(10, 4, 3)), rng.normal(size=(10, 1))
    begin = [keras.Input((4, 3))] if with_input else []
    weights = [rng.normal(size=(12, 1)), np.zeros(1)]
    found = []
    for first, data in [([*begin, layers.Flatten()], x), ([], x.reshape(10, 12))]:
        model = keras.Sequential([*first, layers.Dense(1)])
        model.build((None, *data.shape[1:]))
        model.set_weights(weights)
        model.compile("sgd", "mse")
        model.fit(data, y, epochs=2, shuffle=False, verbose=0)
        found.append(model.predict(data, verbose=0))
    np.testing.assert_array_equal(*found)
    assert layers.Flatten()(x).shape == (10, 12)
