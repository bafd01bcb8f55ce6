"""Four rows that no line parts, with SGD and momentum, Activation layers and tanh."""

import numpy as np

from course import keras_style as keras

keras.utils.set_random_seed(3)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])

model = keras.Sequential()
model.add(keras.layers.Dense(8, input_dim=2))
model.add(keras.layers.Activation("tanh"))
model.add(keras.layers.Dense(1))
model.add(keras.layers.Activation("sigmoid"))
sgd = keras.optimizers.SGD(learning_rate=0.1, momentum=0.9)
model.compile(loss="binary_crossentropy", optimizer=sgd)
history = model.fit(X, y, batch_size=1, epochs=250, verbose=0)

predictions = model.predict(X, verbose=0)
print(predictions.round(2))
assert ((predictions > 0.5) == y).all()
