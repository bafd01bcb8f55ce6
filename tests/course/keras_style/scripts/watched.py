"""Callbacks that slow down, write a file and count batches."""

import csv

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(4)
keras.utils.set_random_seed(4)
X = rng.normal(size=(64, 2))
y = X[:, :1] * X[:, 1:]


class BatchCounter(keras.callbacks.Callback):
    """Counts the batches and prints a line at the end of the training."""

    def on_train_begin(self, logs):
        self.batches = logs.get("batches", 0)

    def on_train_batch_end(self, batch, logs=None):
        self.batches += 1

    def on_train_end(self, logs=None):
        print(f"{self.batches} batches, loss {logs['loss']:.3f}")


model = keras.Sequential(
    [keras.Input((2,)), keras.layers.Dense(8, "leaky_relu"), keras.layers.Dense(1)]
)
model.compile("sgd", "mean_absolute_error")
counter = BatchCounter()
callbacks = [
    keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=1, min_delta=0.5),
    keras.callbacks.CSVLogger("log.csv"),
    counter,
]
history = model.fit(X, y, epochs=4, batch_size=16, callbacks=callbacks, verbose=0)
predictions = model.predict(X, verbose=0)
with open("log.csv") as file:
    rows = list(csv.DictReader(file))
assert counter.batches == 16
assert len(rows) == 4
assert history.history["learning_rate"][-1] < 0.01
