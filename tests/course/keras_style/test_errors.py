"""Is bad input refused in a sentence that says what was expected, what came, and where?"""

import numpy as np
import pytest

from course import keras_style as keras

layers = keras.layers


def built(n_features=3, units=1, activation="sigmoid"):
    return keras.Sequential(
        [keras.Input((n_features,)), layers.Dense(units, activation=activation, name="out")],
        name="net",
    )


def compiled(loss="binary_crossentropy", **options):
    model = built(**options)
    model.compile("adam", loss, metrics=["accuracy"])
    return model


X, Y = np.ones((4, 3)), np.array([0, 1, 0, 1])
WITH_NAN = np.where(np.arange(12).reshape(4, 3) == 7, np.nan, 1.0)

CASES = {
    "wrong number of features": (
        lambda: compiled().fit(np.ones((4, 2)), Y),
        r"Layer 'out' of model 'net': expected x of shape \(n_rows, 3\), received shape \(4, 2\)",
    ),
    "one row as a vector": (
        lambda: compiled().predict(np.ones(3)),
        r"received shape \(3,\) \(one row alone is x\[np.newaxis, :\]\)",
    ),
    "three axes": (lambda: compiled().predict(np.ones((2, 3, 3))), r"received shape \(2, 3, 3\)"),
    "y of another length": (
        lambda: compiled().fit(X, Y[:3]),
        "y: expected 4 rows as in x, received 3",
    ),
    "no y": (lambda: compiled().fit(X), "y: expected an array of numbers, received None"),
    "NaN in x": (
        lambda: compiled().fit(WITH_NAN, Y),
        r"x: expected finite numbers, received nan at index \(2, 1\)",
    ),
    "NaN in x of predict": (lambda: compiled().predict(WITH_NAN), "received nan"),
    "infinity in y": (
        lambda: compiled("mse").fit(X, np.array([0, 1, np.inf, 0])),
        r"y: expected finite numbers, received inf at index \(2,\)",
    ),
    "words in x": (
        lambda: compiled().fit(np.array([["a"] * 3] * 4), Y),
        "expected an array of numbers, received ndarray",
    ),
    "rows of unequal length": (
        lambda: compiled().fit([[1, 2, 3], [1, 2]], [0, 1]),
        "expected an array of numbers, received list",
    ),
    "no rows": (lambda: compiled().fit(X[:0], Y[:0]), "expected at least one row"),
    "uncompiled fit": (lambda: built().fit(X, Y), "fit: expected a compiled model.*'net'"),
    "uncompiled evaluate": (lambda: built().evaluate(X, Y), "evaluate: expected a compiled"),
    "labels 1 and 2": (
        lambda: compiled().fit(X, Y + 1),
        "binary_crossentropy: expected labels 0 and 1 in y, received 2",
    ),
    "labels -1 and 1": (lambda: compiled().fit(X, 2 * Y - 1), "labels 0 and 1 in y, received -1"),
    "labels in validation_data": (
        lambda: compiled().fit(X, Y, validation_data=(X, Y + 1)),
        "labels 0 and 1",
    ),
    "class numbers for three outputs": (
        lambda: compiled("categorical_crossentropy", units=3, activation="softmax").fit(X, Y),
        r"y: expected shape \(4, 3\), received \(4,\) \(class numbers.*to_categorical\(y, 3\)",
    ),
    "two outputs in y": (
        lambda: compiled().fit(X, np.ones((4, 2))),
        r"y: expected shape \(4, 1\), received \(4, 2\), because the last layer 'out' gives 1",
    ),
    "no layers": (
        lambda: keras.Sequential([keras.Input((3,))]).predict(X),
        "expected at least one layer",
    ),
    "weights of an unbuilt model": (
        lambda: keras.Sequential([layers.Dense(1)], name="net").set_weights([]),
        "set_weights: expected a built model, received 'net'.*keras.Input",
    ),
    "parameters of an unbuilt model": (
        lambda: keras.Sequential([layers.Dense(1)]).count_params(),
        "count_params: expected a built model",
    ),
    "saving an unbuilt model": (
        lambda: keras.Sequential([layers.Dense(1)]).save("never.npz"),
        "save: expected a built model",
    ),
    "too few weights": (
        lambda: built().set_weights([np.ones((3, 1))]),
        "set_weights: expected 2 arrays, received 1",
    ),
    "weights of another shape": (
        lambda: built().set_weights([np.ones((1, 3)), np.ones(1)]),
        r"Layer 'out': expected an array of shape \(3, 1\), received shape \(1, 3\)",
    ),
    "two layers of one name": (
        lambda: keras.Sequential([layers.Dense(1, name="a"), layers.Dense(1, name="a")]),
        "received a second 'a'",
    ),
    "a layer of another model": (
        lambda: keras.Sequential(built().layers),
        "expected a new layer, received 'out' of model 'net'",
    ),
    "Input after a layer": (
        lambda: keras.Sequential([layers.Dense(1), keras.Input((3,))]),
        "expected keras.Input before the first layer",
    ),
    "a number as Input's shape": (lambda: keras.Input(8), r"such as \(8,\) for 8"),
    "no shape": (lambda: keras.Input(()), r"such as \(8,\) for 8"),
    "pictures without Flatten": (
        lambda: keras.Sequential([keras.Input((28, 28)), layers.Dense(1, name="out")]),
        r"expected keras.layers.Flatten\(\) as the first.*\(28, 28\), received 'out'",
    ),
    "pictures of another size": (
        lambda: keras.Sequential([keras.Input((4, 4)), layers.Flatten()])(np.ones((2, 16))),
        r"expected x of shape \(n_rows, 4, 4\), received shape \(2, 16\)",
    ),
    "complex numbers": (
        lambda: compiled().predict(X * 1j),
        "x: expected an array of numbers.*because they are complex",
    ),
    "softmax over one node, in a layer of its own": (
        lambda: keras.Sequential(
            [keras.Input((3,)), layers.Dense(1), layers.Activation("softmax")]
        ),
        "at least 2 units with softmax, received 1.*sigmoid",
    ),
    "units that are no number": (lambda: layers.Dense("relu"), "units: expected a whole number"),
    "no units": (lambda: layers.Dense(0), "units: expected a whole number >= 1, received 0"),
    "an unknown activation": (
        lambda: layers.Dense(1, "swish"),
        "activation: expected one of elu, leaky_relu, linear, relu, .*tanh or None, "
        "received 'swish'",
    ),
    "softmax over one node": (
        lambda: layers.Dense(1, "softmax", name="out"),
        "Dense 'out': expected at least 2 units with softmax",
    ),
    "an unknown initializer": (
        lambda: layers.Dense(1, kernel_initializer="lecun_normal"),
        "initializer: expected one of zeros, ones, constant, random_uniform",
    ),
    "a rate above 1": (lambda: layers.Dropout(20), "rate: expected a share from 0 to 1"),
    "an unknown loss": (
        lambda: built().compile("adam", "huber"),
        "loss: expected.*received 'huber'",
    ),
    "no loss": (lambda: built().compile("adam"), "loss: expected.*received None"),
    "an unknown optimizer": (
        lambda: built().compile("adagrad", "mse"),
        "optimizer: expected one of 'sgd', 'adam', 'rmsprop' or.*received 'adagrad'",
    ),
    "one output for several classes": (
        lambda: compiled("categorical_crossentropy").fit(X, Y),
        "expected one output for each class, received a model with one.*'binary_crossentropy'",
    ),
    "one output for class numbers": (
        lambda: compiled("sparse_categorical_crossentropy").fit(X, Y),
        "expected one output for each class, received a model with one.*'binary_crossentropy'",
    ),
    "class numbers from 1": (
        lambda: compiled("sparse_categorical_crossentropy", units=2, activation="softmax").fit(
            X, Y + 1
        ),
        "expected class numbers from 0 to 1 in y, received 2",
    ),
    "one-hot rows for class numbers": (
        lambda: compiled("sparse_categorical_crossentropy", units=2, activation="softmax").fit(
            X, np.eye(2)[Y]
        ),
        r"y: expected one class number for each row, received shape \(4, 2\).*'categorical_",
    ),
    "a loss of one's own that is one number": (
        lambda: compiled(lambda y, p: np.mean((y - p) ** 2)).fit(X, Y),
        r"one number for each of the 4 rows, received shape \(\).*axis=-1",
    ),
    "two thresholds": (
        lambda: keras.metrics.Precision([0.3, 0.5]),
        r"Precision: expected one threshold, received \[0.3, 0.5\]",
    ),
    "sample weights of another length": (
        lambda: compiled().fit(X, Y, sample_weight=[1, 2]),
        r"sample_weight: expected one number for each of the 4 rows, received shape \(2,\)",
    ),
    "two kinds of weights": (
        lambda: compiled().fit(X, Y, sample_weight=Y, class_weight={1: 2.0}),
        "expected sample_weight or class_weight, received both",
    ),
    "no steps": (lambda: compiled().fit(X, Y, steps_per_epoch=0), "steps_per_epoch: expected"),
    "classes beyond the last": (
        lambda: keras.utils.to_categorical([0, 3], 3),
        "expected class numbers from 0 to 2, received 3",
    ),
    "a layer that is not there": (
        lambda: built().get_layer("in"),
        "get_layer: expected a name among out or an index below 1, received 'in'",
    ),
    "no layer to take off": (lambda: keras.Sequential().pop(), "pop: expected a layer"),
    "a negative penalty": (lambda: keras.regularizers.L2(-1), "l2: expected a number >= 0"),
    "an unknown regularizer": (
        lambda: layers.Dense(1, kernel_regularizer="l3"),
        "regularizer: expected one of 'l1', 'l2', 'l1_l2' or.*received 'l3'",
    ),
    "a factor that does not reduce": (
        lambda: keras.callbacks.ReduceLROnPlateau(factor=2.0),
        "factor: expected a number below 1",
    ),
    "a metric without a list": (
        lambda: built().compile("sgd", "mse", metrics="accuracy"),
        "metrics: expected a list, received 'accuracy'",
    ),
    "an unknown metric": (
        lambda: built().compile("sgd", "mse", metrics=["f1"]),
        "metrics: expected 'accuracy'.*received 'f1'",
    ),
    "a metric twice": (
        lambda: built().compile("sgd", "mse", metrics=["accuracy", "accuracy"]),
        "received a second 'accuracy'",
    ),
    "a negative learning rate": (
        lambda: keras.optimizers.Adam(-1),
        "learning_rate: expected a number >= 0, received -1",
    ),
    "a word as learning rate": (lambda: keras.optimizers.SGD("fast"), "expected a number"),
    "momentum above 1": (lambda: keras.optimizers.SGD(momentum=9.0), "number from 0 to 1"),
    "a mean that keeps everything": (
        lambda: keras.optimizers.Adam(beta_2=1.0),
        "beta_2: expected a number from 0 to below 1, received 1.0",
    ),
    "no batch": (lambda: compiled().fit(X, Y, batch_size=0), "batch_size: expected a whole"),
    "half an epoch": (lambda: compiled().fit(X, Y, epochs=1.5), "epochs: expected a whole"),
    "verbose 3": (lambda: compiled().fit(X, Y, verbose=3), "verbose: expected 'auto', 0, 1 or 2"),
    "a validation_split of 1": (
        lambda: compiled().fit(X, Y, validation_split=1.0),
        "validation_split: expected a share from 0 to 1, received 1.0",
    ),
    "too small a validation_split": (
        lambda: compiled().fit(X, Y, validation_split=0.9),
        "leaves rows on both sides, received 0.9 of 4 rows",
    ),
    "validation_data of four": (
        lambda: compiled().fit(X, Y, validation_data=(X, Y, Y, Y)),
        r"validation_data: expected a pair \(x, y\).*received a tuple of length 4",
    ),
    "class_weight as a list": (
        lambda: compiled().fit(X, Y, class_weight=[1, 2]),
        "class_weight: expected a dict",
    ),
    "a monitor that does not exist": (
        lambda: compiled().fit(X, Y, verbose=0, callbacks=keras.callbacks.EarlyStopping()),
        "EarlyStopping, monitor: expected one of accuracy, loss, received 'val_loss'.*"
        "validation_data",
    ),
    "an unknown mode": (
        lambda: keras.callbacks.EarlyStopping(mode="up"),
        "mode: expected 'auto', 'min' or 'max'",
    ),
    "a seed that is no number": (lambda: keras.utils.set_random_seed("7"), "whole number"),
    "losses of two shapes": (
        lambda: keras.losses.mean_squared_error(np.ones((3, 1)), np.ones((2, 1))),
        r"one shape, received \(3, 1\) and \(2, 1\)",
    ),
    "inputs of a layer": (lambda: built().layers[0](np.ones((2, 5))), "Layer 'out': expected inp"),
    "one threshold": (lambda: keras.metrics.AUC(1), "num_thresholds >= 2"),
}


@pytest.mark.parametrize("case", CASES)
def test_value_errors(case):
    """Does the message say what was expected and what was received?"""
    call, message = CASES[case]
    with pytest.raises(ValueError, match=f"(?s){message}") as caught:
        call()
    assert "expected" in str(caught.value)
    assert str(caught.value).endswith((".", "?", "()."))
