"""A trained model gets a new last layer; what it has learned before is frozen."""

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(6)
keras.utils.set_random_seed(6)
X = rng.normal(size=(50, 4))
easy, hard = X[:, 0] > 0, X[:, 0] + X[:, 1] > 0

model = keras.Sequential(name="base")
model.add(keras.layers.Dense(10, activation="relu", input_shape=(4,), name="hidden"))
model.add(keras.layers.Dense(1, activation="sigmoid", name="easy"))
model.compile("rmsprop", "binary_crossentropy")
model.fit(X, easy.astype(int), epochs=5, verbose=0)

model.pop()
for layer in model.layers:
    layer.trainable = False
model.add(keras.layers.Dense(1, activation="sigmoid", name="hard"))
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
before = model.get_layer("hidden").get_weights()[0]
history = model.fit(X, hard.astype(int), epochs=5, verbose=0)
predictions = model.predict(X, verbose=0)
assert np.array_equal(before, model.get_layer(index=0).get_weights()[0])
assert len(model.trainable_weights) == 2
model.summary()
