"""Are callbacks told the same things, in the same order and with the same numbers, as in Keras?"""

import numpy as np
import pytest

from course import keras_style
from course.keras_style.base_callback import CallbackList

X = np.random.default_rng(0).normal(size=(10, 3))
Y = (X[:, 0] > 0).astype(int)
EVENTS = [
    f"on_{kind}_{when}"
    for kind in ("train", "epoch", "train_batch", "test", "test_batch", "predict", "predict_batch")
    for when in ("begin", "end")
]


def network(keras):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.set_weights([np.array([[0.5], [-1.0], [0.2]]), np.zeros(1)])
    model.compile(keras.optimizers.SGD(0.1), "binary_crossentropy", metrics=["accuracy"])
    return model


def recorder(keras, heard):
    """Return a callback that writes down every call in `heard`."""

    def method(event):
        def call(self, *arguments, **named):
            *number, logs = [*arguments, *named.values()]
            heard.append((event, number, sorted(named), dict(logs)))

        return call

    return type("Recorder", (keras.callbacks.Callback,), {e: method(e) for e in EVENTS})()


TASKS = {
    "fit": lambda model, **o: model.fit(X, Y, epochs=2, shuffle=False, **o),
    "fit with validation": lambda model, **o: model.fit(
        X, Y, validation_data=(X, Y), shuffle=False, **o
    ),
    "fit from epoch 3": lambda model, **o: model.fit(
        X, Y, epochs=4, initial_epoch=2, shuffle=False, **o
    ),
    "evaluate": lambda model, **o: model.evaluate(X, Y, **o),
    "predict": lambda model, **o: model.predict(X, **o),
}


@pytest.mark.parametrize("task", TASKS)
def test_calls_are_those_of_keras(real, task):
    """Is every method called when Keras calls it, with `logs` never None?"""
    heard = {}
    for keras in (keras_style, real):
        calls = heard[keras] = []
        TASKS[task](network(keras), batch_size=4, verbose=0, callbacks=[recorder(keras, calls)])
    ours, theirs = heard.values()
    assert [call[:3] for call in ours] == [call[:3] for call in theirs]
    for (event, *_, our_logs), (*_, their_logs) in zip(ours, theirs, strict=True):
        assert list(our_logs) == list(their_logs), event
        for name, value in their_logs.items():
            np.testing.assert_allclose(our_logs[name], value, atol=1e-6, err_msg=event)


def test_short_names_of_batch_methods():
    """Are on_batch_begin and on_batch_end called too, with the numbers so far?"""
    seen = []

    class Short(keras_style.callbacks.Callback):
        def on_batch_begin(self, batch, logs=None):
            seen.append((batch, logs))

        def on_batch_end(self, batch, logs=None):
            seen.append((batch, sorted(logs)))

    network(keras_style).fit(X, Y, batch_size=5, verbose=0, callbacks=[Short()])
    numbers = ["accuracy", "loss"]
    assert seen == [(0, {}), (0, numbers), (1, {}), (1, numbers)]


def test_batches_are_told_to_listeners_alone(monkeypatch):
    """Does a callback for epochs cost nothing around batches?"""

    def never(*_, **__):
        raise AssertionError("told of a batch")

    monkeypatch.setattr(CallbackList, "tell_batch", never)
    stopper = keras_style.callbacks.EarlyStopping("loss")
    network(keras_style).fit(X, Y, verbose=0, callbacks=[stopper, keras_style.callbacks.History()])
    heard = keras_style.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: None)
    with pytest.raises(AssertionError, match="told of a batch"):
        network(keras_style).fit(X, Y, verbose=0, callbacks=heard)


def test_stopping_after_a_batch():
    """Does training end at once when a batch's callback asks for it, as in Keras on JAX?"""

    class Stopper(keras_style.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            self.model.stop_training = batch == 1

    model = network(keras_style)
    history = model.fit(X, Y, batch_size=2, epochs=5, verbose=0, callbacks=Stopper())
    assert history.epoch == [0]
    assert model.optimizer.iterations == 2


def test_end_of_an_epoch_without_numbers():
    """Does a monitor that is told nothing say which number it misses?"""
    stopper = keras_style.callbacks.EarlyStopping("loss")
    stopper.set_model(network(keras_style))
    stopper.on_train_begin()
    with pytest.raises(ValueError, match=r"EarlyStopping, monitor.*received 'loss'"):
        stopper.on_epoch_end(0)


@pytest.mark.parametrize("cooldown", [0, 2])
def test_rate_is_reduced_as_in_keras(real, capsys, cooldown):
    """Does ReduceLROnPlateau act at the same epochs, and say so in the same words?"""
    values = [1.0, 0.9, 0.9, 0.95, 0.9, 0.9, 0.5, 0.6, 0.6, 0.6, 0.6]
    rates, texts = [], []
    for keras in (keras_style, real):
        model = network(keras)
        reducer = keras.callbacks.ReduceLROnPlateau(
            "loss", factor=0.5, patience=2, verbose=1, min_lr=0.02, cooldown=cooldown, mode="min"
        )
        reducer.set_model(model)
        reducer.on_train_begin()
        rates.append([])
        for epoch, value in enumerate(values):
            logs = {"loss": value}
            reducer.on_epoch_end(epoch, logs)
            rates[-1] += [logs["learning_rate"], float(model.optimizer.learning_rate)]
        texts.append(capsys.readouterr().out)
    assert rates[0] == pytest.approx(rates[1])
    assert texts[0].splitlines() == texts[1].splitlines()
    assert "reducing learning rate to 0.05" in texts[0]


def test_schedule_and_functions(real):
    """Do LearningRateScheduler and LambdaCallback act as Keras's do?"""
    found = []
    for keras in (keras_style, real):
        epochs = []
        callbacks = [
            keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * 0.5**epoch),
            keras.callbacks.LambdaCallback(
                on_epoch_end=lambda epoch, logs, epochs=epochs: epochs.append(epoch)
            ),
        ]
        history = network(keras).fit(X, Y, epochs=3, verbose=0, callbacks=callbacks)
        found.append((history.history["learning_rate"], list(history.history), epochs))
    assert found[0][0] == pytest.approx(found[1][0])
    assert found[0][1:] == found[1][1:]
    with pytest.raises(TypeError, match="received on_epoch="):
        keras_style.callbacks.LambdaCallback(on_epoch=print)


def test_csv_file(real, tmp_path):
    """Does CSVLogger write the file that Keras writes, and go on below it?"""
    lines = []
    for keras in (keras_style, real):
        path = tmp_path / f"{keras.__name__}.csv"
        for append in (False, True):
            logger = keras.callbacks.CSVLogger(path, separator=";", append=append)
            network(keras).fit(
                X, Y, epochs=2, verbose=0, callbacks=[logger], validation_data=(X, Y)
            )
        lines.append(path.read_text().splitlines())
    assert lines[0][0] == lines[1][0] == "epoch;accuracy;loss;val_accuracy;val_loss"
    assert [len(each) for each in lines] == [5, 5]
    for ours, theirs in zip(lines[0][1:], lines[1][1:], strict=True):
        np.testing.assert_allclose(*[np.array(s.split(";"), float) for s in (ours, theirs)], 1e-6)
