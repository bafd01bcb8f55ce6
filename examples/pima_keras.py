"""Unit 08's classifier as a script: on this course's library, or with --real on Keras itself.

Not a line below the imports differs between the two. Run it from anywhere:

    python examples/pima_keras.py                 # course.keras_style
    python examples/pima_keras.py --real          # pip install keras jax
"""

import os
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent

if "--real" in sys.argv:
    os.environ.setdefault("KERAS_BACKEND", "jax")
    import keras
else:
    sys.path.insert(0, str(ROOT))
    from course import keras_style as keras


def main(epochs=150, verbose=2, seed=5):
    """Train the published recipe, 8-16-8-1, and return loss and accuracy on its own rows."""
    table = np.loadtxt(ROOT / "course" / "data" / "pima-indians-diabetes.csv", delimiter=",")
    X, y = table[:, :8], table[:, 8]

    keras.utils.set_random_seed(seed)
    uniform = keras.initializers.RandomUniform(minval=-0.05, maxval=0.05)
    model = keras.Sequential(
        [
            keras.Input((8,)),
            keras.layers.Dense(16, activation="relu", kernel_initializer=uniform),
            keras.layers.Dense(8, activation="relu", kernel_initializer=uniform),
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer=uniform),
        ]
    )
    model.summary()
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(X, y, epochs=epochs, batch_size=10, verbose=verbose)
    loss, accuracy = model.evaluate(X, y, verbose=0)
    print(f"loss {loss:.4f}, accuracy {accuracy:.2%} of the rows it was trained on")
    return loss, accuracy


if __name__ == "__main__":
    main()
