"""Prices: RMSprop, mse with mae and mse as metrics, early stopping, a plot's data."""

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(2)
keras.utils.set_random_seed(2)
X = rng.normal(size=(100, 5))
prices = X @ np.array([1.0, -2.0, 0.5, 0.0, 3.0]) + 10

mean, std = X[:80].mean(axis=0), X[:80].std(axis=0)
X = (X - mean) / std
model = keras.Sequential()
model.add(keras.layers.Dense(32, activation="relu", input_shape=(X.shape[1],)))
model.add(keras.layers.Dense(1))
model.compile(optimizer=keras.optimizers.RMSprop(0.01), loss="mse", metrics=["mae", "mse"])
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)
history = model.fit(
    X[:80], prices[:80], epochs=60, validation_data=(X[80:], prices[80:]), verbose=0,
    callbacks=[stop],
)  # fmt: skip

epochs = range(1, len(history.history["mae"]) + 1)
loss, mae, mse = model.evaluate(X[80:], prices[80:], verbose=0)
predictions = model.predict(X[80:], verbose=0).flatten()
print(f"{epochs[-1]} epochs, mean absolute error {mae:.2f}")
assert mae < 3
