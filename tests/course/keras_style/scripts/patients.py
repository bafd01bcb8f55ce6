"""The oldest recipe of all: eight numbers of a patient, yes or no, input_dim and metrics_names."""

from course import keras_style as keras
from course.pima import load

keras.utils.set_random_seed(7)
X, Y = load()
X, Y = X[:200], Y[:200]

model = keras.models.Sequential()
model.add(keras.layers.Dense(12, input_dim=8, activation="relu"))
model.add(keras.layers.Dense(8, activation="relu"))
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
history = model.fit(X, Y, epochs=3, batch_size=10, verbose=0)

scores = model.evaluate(X, Y, verbose=0)
print(f"{model.metrics_names[1]}: {scores[1] * 100:.2f}%")
predictions = model.predict(X, verbose=0)
rounded = [round(float(p[0])) for p in predictions]
assert set(rounded) <= {0, 1}
