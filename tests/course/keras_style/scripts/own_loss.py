"""A loss and a metric of one's own: being too low costs three times as much as too high."""

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(5)
keras.utils.set_random_seed(5)
X = rng.normal(size=(60, 2))
y = X[:, 0] + 0.5 * rng.normal(size=60)


def too_low_costs_more(y_true, y_pred):
    error = y_true - y_pred
    return 0.5 * error**2 + 0.25 * error * abs(error)


class Largest(keras.metrics.Metric):
    """The largest error of all."""

    def __init__(self, name="largest", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(((y_true - y_pred) ** 2).sum())
        self.count.assign_add(y_pred.shape[0])

    def result(self):
        return self.total / self.count


model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.05), loss=too_low_costs_more, metrics=[Largest()])
history = model.fit(X, y, epochs=30, batch_size=20, verbose=0)
predictions = model.predict(X, verbose=0)
assert history.history["loss"][-1] < history.history["loss"][0]
assert predictions.mean() > y.mean()
