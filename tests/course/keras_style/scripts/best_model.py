"""The best epoch kept in a .keras file and read back."""

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(3)
keras.utils.set_random_seed(3)
X = rng.normal(size=(80, 3))
y = (X.sum(axis=1) > 0).astype("float32")

model = keras.Sequential()
model.add(keras.Input((3,)))
model.add(keras.layers.Dense(6, activation="elu", kernel_initializer="random_normal"))
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy", metrics=["accuracy", keras.metrics.AUC(name="auc")])
saver = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_accuracy", mode="max", save_best_only=True, verbose=1
)
history = model.fit(X, y, epochs=4, validation_split=0.25, callbacks=[saver], verbose=0)

best = keras.models.load_model("best.keras")
predictions = best.predict(X, verbose=0)
accuracy = np.mean((predictions[60:, 0] > 0.5) == y[60:])
assert abs(accuracy - max(history.history["val_accuracy"])) < 1e-6
