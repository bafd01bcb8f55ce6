"""The toolbox against oracles that it was not made from: mathematics, NumPy, finite differences."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from course import toolbox

numbers = st.floats(-1e3, 1e3)
any_array = arrays(float, array_shapes(max_dims=3, max_side=5), elements=numbers)
seeds = st.integers(0, 2**32 - 1)


@given(any_array)
def test_relu_splits_a_number_into_its_halves(z):
    assert np.array_equal(toolbox.relu(z) - toolbox.relu(-z), z)
    assert (toolbox.relu(z) >= 0).all()


@given(any_array)
def test_tanh_and_sigmoid_equal_the_known_functions(z):
    np.testing.assert_allclose(toolbox.tanh(z), np.tanh(z), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(toolbox.sigmoid(z), 0.5 * (1 + np.tanh(z / 2)), atol=1e-15)


@pytest.mark.parametrize(
    "function", [toolbox.tanh, toolbox.sigmoid, toolbox.relu, toolbox.identity]
)
def test_activations_take_python_numbers(function):
    expected = {"tanh": math.tanh(0.5), "sigmoid": 1 / (1 + math.exp(-0.5))}
    assert function(0.5) == pytest.approx(expected.get(function.__name__, 0.5))
    assert np.shape(function(0.5)) == ()


def test_activations_do_not_overflow():
    far = np.array([-1e6, 1e6])
    assert toolbox.tanh(far).tolist() == [-1, 1]
    assert toolbox.sigmoid(far).tolist() == [0, 1]
    assert toolbox.softmax(far).tolist() == [0, 1]


@given(any_array, numbers)
def test_softmax_gives_shares_that_a_shift_does_not_change(z, shift):
    shares = toolbox.softmax(z)
    np.testing.assert_allclose(shares.sum(axis=-1), 1)
    np.testing.assert_allclose(toolbox.softmax(z + shift), shares, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name", ["identity", "relu", "tanh", "sigmoid"])
@given(z=st.floats(-8, 8).filter(lambda z: abs(z) > 1e-3))
def test_derivatives_equal_finite_differences(name, z):
    function = getattr(toolbox, name)
    slope = (function(z + 1e-6) - function(z - 1e-6)) / 2e-6
    assert getattr(toolbox, f"{name}_derivative")(z) == pytest.approx(slope, abs=1e-7)


@given(seeds)
def test_least_squares_leaves_residuals_that_no_feature_explains(seed):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(20, 3)), rng.normal(size=20)
    w, b = toolbox.fit_linear(X, y)
    residuals = y - toolbox.predict_linear(X, w, b)
    np.testing.assert_allclose(X.T @ residuals, 0, atol=1e-10)
    assert residuals.sum() == pytest.approx(0, abs=1e-10)
    assert toolbox.sum_of_squared_errors(y, toolbox.predict_linear(X, w, b)) == pytest.approx(
        residuals @ residuals
    )


def test_a_table_without_a_column_for_each_weight_is_told_what_is_needed():
    balance, w = np.array([1.0, 2.0, 3.0]), np.array([5.0, 6.0])
    with pytest.raises(ValueError, match=r"X has the shape \(3,\) and w the shape \(2,\)") as told:
        toolbox.predict_linear(balance, w, 38.0)
    assert "one column for each weight" in told.value.__notes__[0]


def test_the_worked_network_of_unit_02():
    weights = {"node_0": [1, 1], "node_1": [-1, 1], "output": [2, -1]}
    assert toolbox.forward([2, 3], weights) == 9
    assert toolbox.forward([3, 4], weights) == 13


def test_count_parameters_of_the_pima_network():
    assert toolbox.count_parameters([8, 16, 8, 1]) == 8 * 16 + 16 + 16 * 8 + 8 + 8 * 1 + 1


@given(st.integers(1, 40), st.integers(1, 12), seeds)
def test_mini_batches_hold_every_row_once(n, batch_size, seed):
    X = np.arange(n, dtype=float).reshape(n, 1)
    batches = toolbox.mini_batches(X, 10 * X[:, 0], batch_size, np.random.default_rng(seed))
    assert [len(X_batch) for X_batch, _ in batches[:-1]] == [batch_size] * (len(batches) - 1)
    assert sorted(np.concatenate([X_batch for X_batch, _ in batches])[:, 0]) == list(range(n))
    assert all(np.array_equal(y_batch, 10 * X_batch[:, 0]) for X_batch, y_batch in batches)


def _network(rng, sizes):
    return [
        (rng.normal(size=(n_in, n_out)), rng.normal(size=n_out))
        for n_in, n_out in itertools.pairwise(sizes)
    ]


@given(seeds, st.lists(st.integers(1, 4), min_size=2, max_size=4))
def test_backward_equals_finite_differences(seed, sizes):
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(5, sizes[0])), rng.normal(size=(5, sizes[-1]))
    layers = _network(rng, sizes)
    activations = [toolbox.tanh] * (len(layers) - 1) + [toolbox.identity]
    derivatives = [toolbox.tanh_derivative] * (len(layers) - 1) + [toolbox.identity_derivative]
    gradients = toolbox.backward(
        Y, layers, derivatives, *toolbox.forward_layers(X, layers, activations)
    )
    for k, (W, b) in enumerate(layers):
        for part, gradient in enumerate(gradients[k]):

            def cost(flat, k=k, part=part, pair=(W, b)):
                changed = list(pair)
                changed[part] = flat.reshape(pair[part].shape)
                patched = [*layers[:k], tuple(changed), *layers[k + 1 :]]
                _, As = toolbox.forward_layers(X, patched, activations)
                return toolbox.mean_squared_error(Y, As[-1])

            measured = toolbox.numerical_slope(cost, (W, b)[part].ravel())
            np.testing.assert_allclose(gradient.ravel(), measured, rtol=1e-4, atol=1e-6)


def test_training_follows_a_line_and_leaves_the_start_alone():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(60, 2))
    Y = X @ np.array([[2.0], [-1.0]]) + 0.5
    start = [(np.zeros((2, 1)), np.zeros(1))]
    layers, history = toolbox.train(
        X, Y, start, [toolbox.identity], [toolbox.identity_derivative], 0.1, 60, 10, rng
    )
    assert not start[0][0].any() and not start[0][1].any()
    assert len(history) == 60 and history[-1] < 1e-6
    np.testing.assert_allclose(layers[0][0], [[2], [-1]], atol=1e-3)
    np.testing.assert_allclose(layers[0][1], [0.5], atol=1e-3)
