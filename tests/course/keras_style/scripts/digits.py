"""Small pictures: Flatten with input_shape, Dropout, class numbers instead of one-hot rows."""

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(1)
keras.utils.set_random_seed(1)
y_train = rng.integers(5, size=120)
x_train = (rng.random((5, 6, 6))[y_train] * 255 + rng.normal(size=(120, 6, 6))) / 255.0

model = keras.models.Sequential(
    [
        keras.layers.Flatten(input_shape=(6, 6)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dropout(0.1),
        keras.layers.Dense(5, activation="softmax"),
    ]
)
model.summary()
model.compile(
    optimizer="adam",
    loss=keras.losses.SparseCategoricalCrossentropy(),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, epochs=30, verbose=2)
loss, accuracy = model.evaluate(x_train, y_train, verbose=2)
predictions = model.predict(x_train[:1], verbose=0)
assert accuracy > 0.8
