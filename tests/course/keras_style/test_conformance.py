"""Does this library give real Keras's numbers, from equal weights and equal batches?"""

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from course import keras_style

from .pairs import cases

# Real Keras compiles each architecture anew, which takes seconds; shrinking a failure would take
# minutes, so it is left out. The draws are always the same, and the tolerances those of float32:
# Keras on JAX rounds tanh and some losses to that, and now and then a rounding decides a step.
# What is right to the last digits, test_oracle.py asks at random.
few = settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
very_few = settings(few, max_examples=5)


@few
@given(case=cases(scales=(0.1, 1.0, 5.0)))
def test_predictions(real, case):
    """Are predictions equal to 1e-10 of their size, saturated ones included?"""
    x, _ = case.data()
    theirs = case.model(real).predict(x, verbose=0)
    ours = case.model(keras_style).predict(x, verbose=0)
    assert ours.shape == theirs.shape
    np.testing.assert_allclose(ours, theirs, rtol=1e-10, atol=1e-300)


def real_gradients(real, case):
    """Return real Keras's gradients, by JAX's automatic differentiation, in one flat vector."""
    import jax

    x, y = case.data()
    model = case.model(real)
    loss = real.losses.get(case.loss.title().replace("_", ""))

    def total(trainable):
        outputs, _ = model.stateless_call(trainable, [], x)
        return loss(y, outputs)

    slopes = jax.jit(jax.grad(total))([v.value for v in model.trainable_variables])
    return np.concatenate([np.ravel(s) for s in slopes])


def our_gradients(case):
    x, y = case.data()
    model = case.model(keras_style)
    model.compile("sgd", case.loss)
    outputs = x
    for layer in model.layers:
        outputs = layer.forward(outputs, training=True)
    model._find_gradients(y, outputs)
    return model.gradients


@few
@given(case=cases())
def test_gradients(real, case):
    """Is every gradient equal to 1e-6 of its size?"""
    np.testing.assert_allclose(our_gradients(case), real_gradients(real, case), 1e-6, 1e-6)


@very_few
@given(case=cases(scales=(12.0,), losses=("binary_crossentropy", "categorical_crossentropy")))
def test_gradients_where_probabilities_are_clipped(real, case):
    """Are gradients equal where outputs are closer than 1e-7 to 0 or 1?"""
    np.testing.assert_allclose(our_gradients(case), real_gradients(real, case), 1e-6, 1e-6)


OPTIMIZERS = {
    "adam": lambda keras: keras.optimizers.Adam(learning_rate=0.01),
    "momentum": lambda keras: keras.optimizers.SGD(learning_rate=0.02, momentum=0.9),
    "nesterov": lambda keras: keras.optimizers.SGD(0.02, momentum=0.8, nesterov=True),
    "sgd": lambda keras: keras.optimizers.SGD(learning_rate=0.05),
    "rmsprop": lambda keras: keras.optimizers.RMSprop(0.01),
    "rmsprop with momentum": lambda keras: keras.optimizers.RMSprop(0.01, 0.8, 0.5),
}


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@very_few
@given(case=cases())
def test_weights_after_100_steps(real, optimizer, case):
    """Do 100 steps on the same batches lead to the same weights, to 1e-5?"""
    x, y = case.data()
    batch_size = -(-len(x) // 2)
    epochs = 50 if len(x) > 1 else 100
    weights, histories = [], []
    for keras in (keras_style, real):
        model = case.model(keras)
        model.compile(OPTIMIZERS[optimizer](keras), case.loss)
        histories.append(
            model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0)
        )
        assert int(model.optimizer.iterations) == 100
        weights.append(np.concatenate([w.ravel() for w in model.get_weights()]))
    np.testing.assert_allclose(weights[0], weights[1], rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(
        histories[0].history["loss"], histories[1].history["loss"], rtol=1e-5, atol=1e-6
    )


METRICS = {
    "mean_squared_error": ["mae", "mean_squared_error"],
    "mean_absolute_error": ["mse"],
    "sparse_categorical_crossentropy": ["accuracy", "sparse_categorical_accuracy"],
    "binary_crossentropy": ["accuracy", "binary_accuracy", "auc", "precision", "recall"],
    "categorical_crossentropy": ["accuracy", "categorical_accuracy"],
}


@few
@given(case=cases(), batch_size=st.integers(1, 30))
def test_losses_and_metrics(real, case, batch_size):
    """Does evaluate return the same loss and metrics, in the same order, to 1e-6?"""
    x, y = case.data()
    results = []
    for keras in (keras_style, real):
        model = case.model(keras)
        model.compile("sgd", case.loss, metrics=METRICS[case.loss])
        results.append(
            (
                model.evaluate(x, y, batch_size=batch_size, verbose=0),
                model.evaluate(x, y, batch_size=batch_size, verbose=0, return_dict=True),
            )
        )
    (our_list, our_dict), (their_list, their_dict) = results
    np.testing.assert_allclose(our_list, their_list, 1e-6, 1e-6)
    assert list(our_dict) == list(their_dict)
    np.testing.assert_allclose(list(our_dict.values()), list(their_dict.values()), 1e-6, 1e-6)


CROSSENTROPIES = (
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
)


@very_few
@given(
    case=cases(losses=CROSSENTROPIES),
    split=st.sampled_from([0.0, 0.2, 0.5]),
    data_too=st.booleans(),
    weighted=st.booleans(),
)
def test_history(real, case, split, data_too, weighted):
    """Are the history's names, order, shapes and numbers the same?"""
    case.n_rows += 4
    x, y = case.data()
    options = {"validation_split": split, "validation_data": (x, y) if data_too else None}
    if weighted:
        options["class_weight"] = {0: 0.5, 1: 2.0}
    histories = []
    for keras in (keras_style, real):
        model = case.model(keras)
        model.compile("adam", case.loss, metrics=METRICS[case.loss])
        histories.append(
            model.fit(x, y, batch_size=3, epochs=3, shuffle=False, verbose=0, **options)
        )
    ours, theirs = histories
    assert list(ours.history) == list(theirs.history)
    assert ours.epoch == theirs.epoch
    assert ours.params == theirs.params
    for name, values in theirs.history.items():
        assert {type(v) for v in ours.history[name]} == {float}
        np.testing.assert_allclose(ours.history[name], values, 1e-6, 1e-6, err_msg=name)


PAIRS = {
    "mean_squared_error": [(3, 2), (5, 1)],
    "binary_crossentropy": [(3, 2), (5, 1)],
    "categorical_crossentropy": [(3, 2), (4, 5)],
    "mean_absolute_error": [(3, 2), (5, 1)],
    "binary_accuracy": [(3, 2), (5, 1)],
    "categorical_accuracy": [(3, 2), (4, 5)],
}


@pytest.mark.parametrize("name", PAIRS)
@given(seed=st.integers(0, 2**16))
@few
def test_functions(real, name, seed):
    """Do the plain loss and metric functions return the same values in the same shapes?"""
    place = "metrics" if name.endswith("accuracy") else "losses"
    rng = np.random.default_rng(seed)
    for shape in PAIRS[name]:
        y_true = rng.integers(2, size=shape).astype(float)
        y_pred = rng.choice([0.01, 0.25, 0.5, 0.75, 1.0], size=shape)  # thresholds and ties too
        ours = getattr(getattr(keras_style, place), name)(y_true, y_pred)
        theirs = np.asarray(getattr(getattr(real, place), name)(y_true, y_pred))
        assert ours.shape == theirs.shape
        np.testing.assert_allclose(ours, theirs, atol=1e-12)


@few
@given(
    seed=st.integers(0, 2**16),
    n_rows=st.sampled_from([2, 90]),  # each new shape is compiled anew
    on_thresholds=st.booleans(),
    num_thresholds=st.sampled_from([2, 3, 50, 200]),
)
@example(seed=0, n_rows=90, on_thresholds=True, num_thresholds=200)
def test_auc(real, seed, n_rows, on_thresholds, num_thresholds):
    """Is the area equal, for outputs that lie exactly on thresholds too?"""
    rng = np.random.default_rng(seed)
    y_true = rng.integers(2, size=n_rows)
    y_pred = rng.uniform(size=n_rows)
    if on_thresholds:
        y_pred = np.round(y_pred * 199) / 199
    ours = keras_style.metrics.AUC(num_thresholds)
    theirs = real.metrics.AUC(num_thresholds)
    for part in (slice(0, n_rows // 2), slice(n_rows // 2, n_rows)):
        ours.update_state(y_true[part], y_pred[part])
        theirs.update_state(y_true[part], y_pred[part])
    assert ours.result() == pytest.approx(float(theirs.result()), abs=1e-8)


@few
@given(
    values=st.lists(st.floats(0, 1) | st.sampled_from([float("nan")]), min_size=1, max_size=12),
    patience=st.integers(0, 3),
    min_delta=st.sampled_from([0, 0.1]),
    mode=st.sampled_from(["auto", "min", "max"]),
    monitor=st.sampled_from(["val_loss", "val_accuracy"]),
    baseline=st.sampled_from([None, 0.4]),
    start_from_epoch=st.integers(0, 2),
)
def test_early_stopping_decides_alike(real, values, **options):
    """Does EarlyStopping stop at the same epoch and call the same one the best?"""
    monitor = options["monitor"]
    ends = []
    for keras in (keras_style, real):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile("sgd", "mean_squared_error", metrics=["accuracy"])
        model.evaluate(np.zeros((1, 1)), np.zeros((1, 1)), verbose=0)
        stopper = keras.callbacks.EarlyStopping(**options, restore_best_weights=True)
        stopper.set_model(model)
        stopper.on_train_begin()
        model.stop_training = False
        stopped = None
        for epoch, value in enumerate(values):
            stopper.on_epoch_end(epoch, {monitor: value})
            if model.stop_training:
                stopped = epoch
                break
        ends.append((stopped, stopper.best_epoch, stopper.wait))
    assert ends[0] == ends[1]
