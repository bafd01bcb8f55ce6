"""Three kinds of flowers: to_categorical, softmax, a validation split, class names at the end."""

import numpy as np

from course import keras_style as keras

rng = np.random.default_rng(0)
keras.utils.set_random_seed(0)
names = ["setosa", "versicolor", "virginica"]
labels = rng.integers(3, size=90)
X = rng.normal(size=(90, 4)) + 2.5 * np.eye(3, 4)[labels]
y = keras.utils.to_categorical(labels)
print(y.shape)

model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        keras.layers.Dense(16, activation="relu", kernel_initializer="he_uniform"),
        keras.layers.Dense(3, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(X, y, validation_split=0.2, epochs=40, batch_size=8, verbose=0)

predictions = model.predict(X[:3], verbose=0)
print([names[i] for i in np.argmax(predictions, axis=1)])
assert history.history["val_accuracy"][-1] > 0.6
