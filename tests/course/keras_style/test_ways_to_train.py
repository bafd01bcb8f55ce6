"""Do regularizers, weights of rows, shorter epochs and single batches give Keras's numbers?"""

import numpy as np
import pytest

from course import keras_style


def penalised(keras, weights):
    """Return a small network whose weights add to the loss."""
    regularizers = keras.regularizers
    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(4, "relu", kernel_regularizer=regularizers.L1L2(0.02, 0.01)),
            keras.layers.Dense(1, "sigmoid", kernel_regularizer="l2", bias_regularizer="l1"),
        ]
    )
    if weights:
        model.set_weights(weights)
    model.compile("rmsprop", "binary_crossentropy", metrics=["accuracy"])
    return model


WAYS_TO_TRAIN = {
    "regularizers": lambda model, x, y: model.fit(x, y, epochs=3, shuffle=False, verbose=0),
    "sample_weight": lambda model, x, y: model.fit(
        x, y, 8, 2, 0, sample_weight=np.arange(1.0, 31.0), validation_split=0.3, shuffle=False
    ),
    "weights of validation": lambda model, x, y: model.fit(
        x, y, 8, 2, 0, validation_data=(x, y, x[:, 0] ** 2), shuffle=False
    ),
    "steps_per_epoch": lambda model, x, y: model.fit(
        x, y, batch_size=6, epochs=5, steps_per_epoch=1, shuffle=False, verbose=0
    ),
}


@pytest.mark.parametrize("way", WAYS_TO_TRAIN)
def test_other_ways_to_train(real, way):
    """Do regularizers, weights of rows and shorter epochs give Keras's numbers?"""
    rng = np.random.default_rng(1)
    x = rng.normal(size=(30, 3))
    y = (x[:, 0] > 0).astype(int)
    weights = [rng.normal(size=w.shape) for w in penalised(keras_style, None).get_weights()]
    ours, theirs = penalised(keras_style, weights), penalised(real, weights)
    histories = [WAYS_TO_TRAIN[way](model, x, y).history for model in (ours, theirs)]
    assert list(histories[0]) == list(histories[1])
    for name, values in histories[1].items():
        np.testing.assert_allclose(histories[0][name], values, atol=1e-6, err_msg=name)
    for sample_weight in (None, x[:, 1] ** 2):
        tested = [m.evaluate(x, y, 7, 0, sample_weight) for m in (ours, theirs)]
        np.testing.assert_allclose(*tested, atol=1e-6)
        steps = [m.train_on_batch(x, y, sample_weight) for m in (ours, theirs)]
        np.testing.assert_allclose(*steps, atol=1e-6)
        tested = [m.test_on_batch(x, y, sample_weight, return_dict=True) for m in (ours, theirs)]
        assert tested[0] == pytest.approx(tested[1], abs=1e-6)
    for mine, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(mine, other, atol=1e-6)


def test_constants_of_an_optimizer_set_later(real):
    """Do numbers that are set after the optimizer was made count, as in Keras?"""
    found = []
    for keras in (keras_style, real):
        model = penalised(keras, [np.full(s, 0.3) for s in [(3, 4), (4,), (4, 1), (1,)]])
        adam = keras.optimizers.Adam(0.05)
        adam.beta_1, adam.beta_2, adam.epsilon = 0.5, 0.9, 1e-3
        adam.learning_rate = 0.01
        model.compile(adam, "mse")
        model.fit(np.eye(3), np.ones(3), epochs=4, shuffle=False, verbose=0)
        found.append(np.concatenate([w.ravel() for w in model.get_weights()]))
    np.testing.assert_allclose(*found, atol=1e-6)
