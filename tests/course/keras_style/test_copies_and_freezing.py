"""Does a model train as it should when it was copied, changed by hand, or frozen in part?"""

import copy
import pickle

import numpy as np
import pytest

from course import keras_style

WAYS_TO_COPY = {
    "deepcopy": copy.deepcopy,
    "pickle": lambda model: pickle.loads(pickle.dumps(model)),
    "among arguments": lambda model: copy.deepcopy((1, [model]))[1][0],
}
X = np.random.default_rng(0).normal(size=(60, 3))
Y = (X[:, 0] > 0).astype(int)


def network(keras=keras_style, optimizer="adam"):
    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((3,)),
            layers.Dense(5, activation="sigmoid"),
            layers.Dense(4, activation="sigmoid"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    rng = np.random.default_rng(7)
    model.set_weights([rng.normal(size=w.shape) for w in model.get_weights()])
    model.compile(optimizer, "binary_crossentropy")
    return model


def losses(model, epochs=5):
    return model.fit(X, Y, epochs=epochs, shuffle=False, verbose=0).history["loss"]


@pytest.mark.parametrize("way", WAYS_TO_COPY)
@pytest.mark.parametrize("epochs_before", [0, 2])
def test_copy_trains_as_the_original_would(way, epochs_before):
    """Does a copy go on from where the original was, the optimizer's memory included?"""
    model, twin = network(), network()
    if epochs_before:
        losses(model, epochs_before), losses(twin, epochs_before)
    before = model.get_weights()
    copied = WAYS_TO_COPY[way](model)
    found = losses(copied)
    assert found == losses(twin)
    assert found[-1] < found[0]
    for array, old in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(array, old)
    copied.parameters[:] = 3.0
    assert np.all(copied.layers[0].kernel == 3.0)


def test_copy_of_a_layer_is_free():
    """Can a copied layer go into another model, with the weights it had?"""
    layer = network().layers[0]
    other = keras_style.Sequential([keras_style.Input((3,)), copy.deepcopy(layer)])
    np.testing.assert_array_equal(other.layers[0].kernel, layer.kernel)
    assert not np.shares_memory(other.layers[0].kernel, layer.kernel)


@pytest.mark.parametrize("units", [4, 9])
@pytest.mark.parametrize("epochs_before", [0, 2])
def test_replaced_layer_is_trained(units, epochs_before):
    """Does training change a layer that was put into `layers` by hand, of whatever size?"""
    model = network(optimizer=keras_style.optimizers.Adam(0.05))
    if epochs_before:
        losses(model, epochs_before)
    model.layers[1] = keras_style.layers.Dense(units, "tanh")
    model.layers[2] = keras_style.layers.Dense(1, "sigmoid")
    found = losses(model, 30)
    assert found[-1] < 0.3 * found[0]
    assert model.optimizer.iterations == 2 * 30
    model.layers[0], model.layers[1] = keras_style.layers.Dense(units, "tanh"), model.layers[0]
    with pytest.raises(ValueError, match="for which it was built"):
        losses(model)


FREEZINGS = {
    "first layer": lambda keras, model: setattr(model.layers[0], "trainable", False),
    "middle layer": lambda keras, model: setattr(model.layers[1], "trainable", False),
    "all but the last": lambda keras, model: [
        setattr(layer, "trainable", False) for layer in model.layers[:-1]
    ],
    "model": lambda keras, model: setattr(model, "trainable", False),
    "and thawed again": lambda keras, model: [
        setattr(model, "trainable", value) for value in (False, True)
    ],
}


@pytest.mark.filterwarnings("ignore:The model does not have any trainable weights")
@pytest.mark.parametrize("which", FREEZINGS)
def test_frozen_as_in_keras(real, which):
    """Do the same weights move to the same places as in Keras, and the others stay?"""
    weights, counts, texts = [], [], []
    for keras in (keras_style, real):
        model = network(keras)
        FREEZINGS[which](keras, model)
        model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
        losses(model, 3)
        weights.append(model.get_weights())
        counts.append([len(model.trainable_weights), len(model.non_trainable_weights)])
        model.summary(print_fn=texts.append)
    for ours, theirs in zip(*weights, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-6)
    assert counts[0] == counts[1]
    totals = [[line for line in text.splitlines() if "params:" in line] for text in texts]
    assert totals[0] == totals[1]


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_freezing_between_two_trainings(optimizer):
    """Does a layer stay from the moment it is frozen, though the optimizer remembers its slope?"""
    model = network(optimizer=optimizer)
    losses(model)
    model.layers[0].trainable = False
    before = model.get_weights()
    assert losses(model)[-1] < losses(network(optimizer=optimizer), 1)[0]
    for i, (array, old) in enumerate(zip(model.get_weights(), before, strict=True)):
        assert np.array_equal(array, old) == (i < 2)
    model.layers[0].trainable = True
    losses(model)
    assert not np.array_equal(model.get_weights()[0], before[0])


def test_frozen_from_the_start():
    """Do layers and models take trainable=False when they are made?"""
    layer = keras_style.layers.Dense(4, trainable=False)
    model = keras_style.Sequential([keras_style.Input((3,)), layer, keras_style.layers.Dense(1)])
    assert [w.shape for w in model.trainable_weights] == [(4, 1), (1,)]
    assert layer.trainable_weights == []
    assert len(layer.non_trainable_weights) == len(layer.get_weights()) == 2
    assert model.count_params() == 3 * 4 + 4 + 4 + 1
    frozen = keras_style.Sequential([keras_style.Input((3,)), layer.__class__(2)], trainable=False)
    assert frozen.trainable_weights == []


def test_frozen_layers_are_saved_as_such(tmp_path):
    """Is a frozen layer still frozen when the model is read back?"""
    model = network()
    model.layers[1].trainable = False
    losses(model)
    model.save(tmp_path / "model.npz")
    loaded = keras_style.models.load_model(tmp_path / "model.npz")
    assert [layer.trainable for layer in loaded.layers] == [True, False, True]
    assert losses(loaded) == losses(model)
