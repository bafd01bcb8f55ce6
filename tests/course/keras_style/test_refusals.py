"""Are spellings, arguments and objects refused that this library does not know?"""

import numpy as np
import pytest

from course import keras_style as keras

from .test_errors import X, Y, built, compiled, layers

OLD_SPELLINGS = {
    "init=": (lambda: layers.Dense(1, init="uniform"), "kernel_initializer="),
    "lr=": (lambda: keras.optimizers.Adam(lr=0.1), "learning_rate="),
    "nb_epoch=": (lambda: compiled().fit(X, Y, nb_epoch=150), "epochs="),
}


@pytest.mark.parametrize("old", OLD_SPELLINGS)
def test_old_spellings(old):
    """Are spellings of older tutorials refused with today's?"""
    call, today = OLD_SPELLINGS[old]
    with pytest.raises(TypeError, match=f"expected today's spelling {today}.*received {old}"):
        call()


@pytest.mark.parametrize(
    "call",
    [
        lambda: layers.Dense(1, kernel_constraint="max_norm"),
        lambda: layers.Dropout(0.5, noise_shape=(1, 2)),
        lambda: keras.Input((2,), batch_size=3),
        lambda: keras.optimizers.SGD(clipnorm=1.0),
        lambda: keras.optimizers.Adam(amsgrad=True),
        lambda: keras.losses.BinaryCrossentropy(from_logits=True),
        lambda: keras.metrics.AUC(curve="PR"),
        lambda: keras.metrics.BinaryAccuracy(dtype="float32"),
        lambda: keras.callbacks.EarlyStopping(cooldown=3),
        lambda: built().compile("sgd", "mse", loss_weights=[1]),
        lambda: compiled().fit(X, Y, validation_freq=2),
        lambda: compiled().evaluate(X, Y, steps=2),
        lambda: compiled().predict(X, steps=2),
    ],
)
def test_what_real_keras_has_beyond(call):
    """Is an argument that only real Keras has refused, instead of ignored?"""
    with pytest.raises(TypeError, match=r"no such argument \(docs/keras.md"):
        call()


@pytest.mark.parametrize("asked", ["input_shape", "output_shape"])
def test_shapes_of_an_unbuilt_model(asked):
    """Does an unbuilt model say that it has no shapes yet, so that hasattr is False?"""
    model = keras.Sequential([layers.Dense(1)])
    assert not hasattr(model, asked)
    with pytest.raises(AttributeError, match=f"{asked}: expected a built model"):
        getattr(model, asked)


def test_what_is_no_layer():
    """Is something else than a layer refused by add?"""
    with pytest.raises(TypeError, match="expected a layer such as"):
        keras.Sequential(["relu"])


def test_what_is_no_callback():
    """Is a function among the callbacks refused?"""
    with pytest.raises(TypeError, match=r"expected keras.callbacks.Callback objects"):
        compiled().fit(X, Y, callbacks=[print])


def test_kernel_before_it_is_built():
    """Does asking an unbuilt layer for its kernel say what it is waiting for?"""
    with pytest.raises(AttributeError, match=r"Layer 'a' has no kernel yet.*keras.Input"):
        _ = layers.Dense(3, name="a").kernel


def test_one_optimizer_for_two_models():
    """Is an optimizer refused that already remembers another model's weights?"""
    adam = keras.optimizers.Adam()
    for n_model in (1, 2):
        model = built()
        model.compile(adam, "binary_crossentropy")
        if n_model == 1:
            model.fit(X, Y, verbose=0)
        else:
            with pytest.raises(ValueError, match="give compile\\(\\) a new optimizer"):
                model.fit(X, Y, verbose=0)


def test_building_for_other_features():
    """Is a layer refused whose weights were drawn for another number of inputs?"""
    layer = layers.Dense(2, name="a")
    layer(np.ones((1, 5)))
    with pytest.raises(ValueError, match=r"Layer 'a'.*expected 5 inputs.*received 3"):
        keras.Sequential([keras.Input((3,)), layer])


def test_failed_set_weights_changes_nothing():
    """Are all weights as before if one of the new ones does not fit?"""
    layer = built().layers[0]
    before = layer.get_weights()
    with pytest.raises(ValueError, match="Layer 'out'"):
        layer.set_weights([np.ones((3, 1)), np.ones(2)])
    for array, old in zip(layer.get_weights(), before, strict=True):
        np.testing.assert_array_equal(array, old)
