"""Does training do what it says: batches, shuffling, weights, callbacks, divergence?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course import keras_style as keras
from course.keras_style import training

layers = keras.layers
quick = settings(deadline=None, max_examples=25)


def network(n_features=2, n_outputs=1, seed=0, loss="binary_crossentropy", optimizer="adam"):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((n_features,)),
            layers.Dense(5, activation="tanh"),
            layers.Dense(n_outputs, activation="sigmoid"),
        ]
    )
    model.compile(optimizer, loss, metrics=["accuracy"])
    return model


def rings(n_rows=60, seed=0):
    """Two classes that no straight line parts: near the centre and far from it."""
    x = np.random.default_rng(seed).normal(size=(n_rows, 2))
    return x, (np.sum(x**2, axis=1) > 1.2).astype(int)


def test_learns():
    """Does training lower the loss and find what no line could?"""
    x, y = rings(200)
    model = network(optimizer=keras.optimizers.Adam(0.02))
    history = model.fit(x, y, epochs=60, batch_size=10, verbose=0)
    assert history.history["loss"][-1] < 0.5 * history.history["loss"][0]
    assert model.evaluate(x, y, verbose=0)[1] > 0.93


@quick
@given(
    n_rows=st.integers(1, 50),
    batch_size=st.integers(1, 60),
    shuffle=st.booleans(),
    numbers_at_once=st.integers(1, 200),
)
def test_each_epoch_visits_every_row_once(n_rows, batch_size, shuffle, numbers_at_once):
    """Does every row come once an epoch, with its own y, in batches of the right size?"""
    x = np.arange(2.0 * n_rows).reshape(n_rows, 2)
    seen = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "NUMBERS_AT_ONCE", numbers_at_once)
        model = network(loss="mse")

        def spy(batch_x, batch_y, row_weights):
            np.testing.assert_array_equal(batch_x[:, :1], batch_y)
            seen.append(batch_x[:, 0])
            return np.zeros((len(batch_x), 1))

        patch.setattr(model, "_train_batch", spy)
        model.fit(x, x[:, 0], batch_size=batch_size, shuffle=shuffle, verbose=0)
    rows = np.concatenate(seen)
    assert [len(batch) for batch in seen[:-1]] == [batch_size] * (len(seen) - 1)
    assert len(seen) == -(-n_rows // batch_size)
    np.testing.assert_array_equal(rows if not shuffle else np.sort(rows), x[:, 0])


def test_shuffling_differs_from_epoch_to_epoch():
    """Do two epochs visit the rows in two orders, neither of which is the table's?"""
    x = np.arange(200.0).reshape(100, 2)
    orders = []
    model = network(loss="mse")
    model._train_batch = lambda bx, by, w: orders.append(bx[:, 0]) or np.zeros((len(bx), 1))
    model.fit(x, x[:, 0], batch_size=100, epochs=2, verbose=0)
    assert not np.array_equal(orders[0], orders[1])
    assert not np.array_equal(orders[0], x[:, 0])


def test_seed_repeats_a_run():
    """Does set_random_seed repeat first weights, shuffling and dropout, and another not?"""

    def run(seed):
        keras.utils.set_random_seed(seed)
        model = keras.Sequential(
            [keras.Input((2,)), layers.Dense(8, "relu"), layers.Dropout(0.5), layers.Dense(1)]
        )
        model.compile("adam", "mse")
        return model.fit(*rings(), epochs=3, verbose=0).history["loss"]

    assert run(1) == run(1)
    assert run(1) != run(2)


def test_seed_repeats_the_learners_own_draws():
    """Does set_random_seed fix np.random and random as well, as in Keras?"""
    import random

    draws = []
    for _ in range(2):
        keras.utils.set_random_seed(3)
        draws.append((np.random.rand(), random.random()))  # noqa: NPY002
    assert draws[0] == draws[1]


@pytest.mark.parametrize("dtype", [np.float32, np.int64, np.uint8, bool])
def test_any_kind_of_number(dtype):
    """Do tables of other types train as float64 ones do, and stay as they are?"""
    x = (10 * np.abs(rings()[0])).astype(dtype)
    y = rings()[1].astype(dtype)
    before = x.copy()
    histories = [
        network().fit(x_as, y_as, epochs=2, verbose=0).history
        for x_as, y_as in [(x, y), (x.astype(float), y.astype(float))]
    ]
    assert histories[0] == histories[1]
    np.testing.assert_array_equal(x, before)
    assert x.dtype == dtype


def test_lists_and_columns():
    """Are lists, y of shape (n, 1) and one feature as a vector taken too?"""
    x, y = rings()
    runs = [
        network().fit(table, answers, verbose=0).history
        for table, answers in [(x, y), (x.tolist(), y.tolist()), (x, y[:, np.newaxis])]
    ]
    assert runs[0] == runs[1] == runs[2]
    one = network(n_features=1)
    assert one.predict(np.arange(4.0), verbose=0).shape == (4, 1)


def test_inputs_are_never_changed():
    """Are x, y and the validation data as before after training and evaluating?"""
    x, y = rings()
    x_before, y_before = x.copy(), y.copy()
    model = network()
    model.fit(x, y, epochs=2, validation_data=(x, y), class_weight={1: 3.0}, verbose=0)
    model.evaluate(x, y, verbose=0)
    np.testing.assert_array_equal(x, x_before)
    np.testing.assert_array_equal(y, y_before)


def test_class_weight_two_is_a_row_twice():
    """Does a weight of 2 for a class give the slopes of having its rows twice?"""
    x, y = rings(20)
    twice = np.concatenate([np.arange(20), np.flatnonzero(y == 1)])
    slopes = []
    for rows, options in [(np.arange(20), {"class_weight": {0: 1.0, 1: 2.0}}), (twice, {})]:
        model = network(optimizer="sgd")
        model.fit(x[rows], y[rows], batch_size=1000, verbose=0, **options)
        slopes.append(model.gradients * len(rows))
    np.testing.assert_allclose(slopes[0], slopes[1], rtol=1e-12)


def test_validation_split_keeps_the_last_rows():
    """Are the last rows kept from training, and judged with the epoch's weights?"""
    x, y = rings(50)
    model = network()
    split = model.fit(x, y, epochs=2, validation_split=0.3, verbose=0).history
    loss, accuracy = model.evaluate(x[35:], y[35:], verbose=0)
    assert split["val_loss"][-1] == pytest.approx(loss, rel=1e-12)
    assert split["val_accuracy"][-1] == accuracy
    alone = network().fit(x[:35], y[:35], epochs=2, verbose=0).history
    assert alone["loss"] == split["loss"]


@pytest.mark.parametrize("batch_size", [1, 7, 32, 1000])
def test_batch_size_does_not_change_predictions(batch_size):
    """Do predict, evaluate and calling the model agree, whatever the batch size?"""
    x, y = rings(50)
    model = network()
    expected = model(x)
    np.testing.assert_allclose(
        model.predict(x, batch_size=batch_size, verbose=0), expected, rtol=1e-12
    )
    assert model.evaluate(x, y, batch_size=batch_size, verbose=0)[0] == pytest.approx(
        np.mean(keras.losses.binary_crossentropy(y, expected))
    )


def test_what_evaluate_returns():
    """Is it a number without metrics, a list with, a dict if asked for?"""
    x, y = rings()
    model = network()
    loss, accuracy = model.evaluate(x, y, verbose=0)
    as_dict = model.evaluate(x, y, verbose=0, return_dict=True)
    assert as_dict == {"accuracy": accuracy, "loss": loss}
    model.compile("adam", "binary_crossentropy")
    assert model.evaluate(x, y, verbose=0) == loss


def test_training_goes_on_where_it_stopped():
    """Do two fits of one epoch equal one of two, the optimizer's memory included?"""
    x, y = rings()
    once, twice = network(), network()
    once.fit(x, y, epochs=2, shuffle=False, verbose=0)
    for _ in range(2):
        twice.fit(x, y, shuffle=False, verbose=0)
    np.testing.assert_array_equal(once.parameters, twice.parameters)
    assert twice.optimizer.iterations == 4


@pytest.mark.parametrize("verbose", [0, 2])
def test_divergence_is_said_once_and_without_warnings(capfd, verbose):
    """Is a loss that grows without limit said in words on stdout, and stderr left alone?"""
    x, y = rings()
    model = keras.Sequential([keras.Input((2,)), layers.Dense(4, "relu"), layers.Dense(1)])
    model.compile(keras.optimizers.SGD(1e6), "mse", metrics=["accuracy", "auc"])
    history = model.fit(x, y, epochs=8, validation_split=0.5, verbose=verbose).history
    out, err = capfd.readouterr()
    finite = np.isfinite(history["loss"]) & np.isfinite(history["val_loss"])
    first = int(np.flatnonzero(~finite)[0])
    assert out.count("lower the learning rate?") == 1
    assert f"at epoch {first + 1}: lower the learning rate?" in out
    assert err == ""
    assert len(history["loss"]) == 8
    assert np.isnan(model.predict(x, verbose=0)).all()


def test_saturated_outputs_give_no_warnings():
    """Do outputs of exactly 0 and 1 train and evaluate without NumPy's warnings?"""
    x, y = rings()
    model = network(optimizer="sgd")
    model.set_weights([1e6 * w + 1e3 for w in model.get_weights()])
    model.fit(1e3 * x, y, verbose=0)
    loss, _ = model.evaluate(1e3 * x, y, verbose=0)
    assert 0 <= loss <= -np.log(1e-7) + 1e-9
    assert set(np.round(model.predict(1e3 * x, verbose=0).ravel(), 6)) <= {0.0, 1.0}


class Recorder(keras.callbacks.Callback):
    """Writes down what it is told, and when."""

    def __init__(self):
        self.calls = []

    def on_train_begin(self, logs=None):
        self.calls.append("begin")

    def on_epoch_begin(self, epoch, logs=None):
        self.calls.append(f"epoch {epoch}")

    def on_epoch_end(self, epoch, logs=None):
        self.calls.append(sorted(logs))
        if epoch == 1:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.calls.append("end")


def test_callbacks_are_told_everything():
    """Is a callback told of each epoch with its numbers, and can it stop the training?"""
    recorder = Recorder()
    history = network().fit(*rings(), epochs=5, verbose=0, callbacks=recorder)
    numbers = ["accuracy", "loss"]
    assert recorder.calls == ["begin", "epoch 0", numbers, "epoch 1", numbers, "end"]
    assert recorder.params == {"verbose": 0, "epochs": 5, "steps": 2}
    assert history.epoch == [0, 1]
    assert recorder.model.history is history


def test_early_stopping_restores_the_best_weights(capsys):
    """Are the weights at the end those of the best epoch, and is it said?"""
    x, y = rings(30)
    y_noise = np.random.default_rng(1).integers(2, size=30)
    model = network(optimizer=keras.optimizers.Adam(0.1))
    stopper = keras.callbacks.EarlyStopping(
        patience=3, restore_best_weights=True, verbose=1, min_delta=1e-3
    )
    history = model.fit(
        x, y, epochs=200, verbose=0, validation_data=(x, y_noise), callbacks=[stopper]
    ).history
    best = stopper.best_epoch
    assert len(history["loss"]) == best + 4 < 200
    assert model.evaluate(x, y_noise, verbose=0)[0] == pytest.approx(history["val_loss"][best])
    assert f"Epoch {best + 4}: early stopping" in capsys.readouterr().out


def test_progress_bar_shows_the_running_numbers(monkeypatch, capsys):
    """Does a bar drawn in the middle of an epoch show the numbers of the rows so far?"""
    monkeypatch.setattr("course.keras_style.progress.INTERVAL", 0.0)
    x, y = rings(6)
    model = network(optimizer=keras.optimizers.SGD(0.0))
    model.fit(x, y, batch_size=4, shuffle=False, class_weight={1: 2.0}, verbose=1)
    first, last = (s for s in capsys.readouterr().out.split("\r")[1:] if "1/2" in s or "\n" in s)
    weights = np.where(y == 1, 2.0, 1.0)
    losses = keras.losses.binary_crossentropy(y, model.predict(x, verbose=0)) * weights
    assert f"loss: {np.mean(losses[:4]):.4f}" in first
    assert f"loss: {np.mean(losses):.4f}" in last
