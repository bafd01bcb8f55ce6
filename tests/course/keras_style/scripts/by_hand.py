"""Batches sent one by one, with weights for rows, and regularizers against large weights."""

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(8)
keras.utils.set_random_seed(8)
X = rng.normal(size=(96, 3))
y = (X[:, 0] > 0.8).astype(int)
weights = np.where(y == 1, 4.0, 1.0)

regularizers = keras.regularizers
model = keras.Sequential(
    [
        keras.Input((3,)),
        keras.layers.Dense(8, activation="relu", kernel_regularizer=regularizers.l2(0.001)),
        keras.layers.Dense(4, activation="relu", kernel_regularizer=regularizers.L1(0.001)),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
for epoch in range(6):
    for start in range(0, len(X), 32):
        part = slice(start, start + 32)
        loss, accuracy = model.train_on_batch(X[part], y[part], sample_weight=weights[part])
    print(epoch, round(float(loss), 3))
tested = model.test_on_batch(X, y, return_dict=True)
assert set(tested) == {"loss", "accuracy"}
history = model.fit(
    X, y, epochs=2, sample_weight=weights, steps_per_epoch=len(X) // 32, batch_size=32, verbose=0
)
predictions = np.asarray(model.predict_on_batch(X))
