"""What ``keras_style.py`` measures: the same training, spelled for each library.

A contender takes the data and the work to do, and returns a function without arguments that does
all of it. Imports are not counted. Keras compiles in its first fit, which every new process pays
for; both are measured, with and without it. "Whole epochs" is its steps_per_execution.
"""

import os
import warnings
from dataclasses import dataclass

import numpy as np

from course.pima import load as load_patients


@dataclass(frozen=True)
class Work:
    """One row of the table."""

    name: str
    data: str
    sizes: tuple
    batch_size: int
    epochs: int


def pima():
    """Return the 768 patients: x (768, 8) and y (768, 1)."""
    x, y = load_patients()
    return x.copy(), y[:, np.newaxis].copy()


def digits(n_rows=10_000):
    """Return made-up digits: ten blurred patterns in noise, x (n_rows, 784), y one-hot."""
    rng = np.random.default_rng(0)
    labels = rng.integers(10, size=n_rows)
    x = rng.random((10, 784))[labels]
    x += rng.normal(scale=0.5, size=x.shape)
    return x, np.eye(10)[labels]


DATA = {"pima": pima, "digits": digits}


def keras_model(keras, work, n_batches=1):
    """Return the work's network, compiled, in Keras or in this library."""
    model = keras.Sequential([keras.Input((work.sizes[0],))])
    for units in work.sizes[1:-1]:
        model.add(keras.layers.Dense(units, activation="relu"))
    binary = work.sizes[-1] == 1
    model.add(keras.layers.Dense(work.sizes[-1], activation="sigmoid" if binary else "softmax"))
    options = {"steps_per_execution": n_batches} if n_batches > 1 else {}
    loss = "binary_crossentropy" if binary else "categorical_crossentropy"
    model.compile(loss=loss, optimizer="adam", metrics=["accuracy"], **options)
    return model


def ours(x, y, work):
    """This library."""
    from course import keras_style

    model = keras_model(keras_style, work)
    return lambda: model.fit(x, y, batch_size=work.batch_size, epochs=work.epochs, verbose=0)


def sklearn(x, y, work):
    """scikit-learn's MLPClassifier, without its penalty and without stopping early."""
    from sklearn.neural_network import MLPClassifier

    warnings.simplefilter("ignore")  # it says that it did not converge, which nobody asked for
    labels = y.ravel() if y.shape[1] == 1 else y.argmax(axis=1)
    options = {"alpha": 0.0, "tol": 0.0, "batch_size": work.batch_size}

    def train(epochs=work.epochs):
        model = MLPClassifier(
            work.sizes[1:-1], max_iter=epochs, n_iter_no_change=epochs + 1, **options
        )
        model.fit(x, labels)
        if model.n_iter_ != epochs:
            raise RuntimeError(f"{model.n_iter_} epochs instead of {epochs}")

    train(epochs=1)
    return train


def keras_jax(x, y, work, n_batches=1, compiled_before=False):
    """Keras on JAX, as a script runs it: its first fit, which compiles."""
    os.environ["KERAS_BACKEND"] = "jax"
    import keras

    model = keras_model(keras, work, n_batches)
    if compiled_before:
        model.fit(x, y, batch_size=work.batch_size, epochs=2, verbose=0)
    return lambda: model.fit(x, y, batch_size=work.batch_size, epochs=work.epochs, verbose=0)


def keras_jax_compiled(x, y, work):
    """Keras on JAX, compiled before the clock starts."""
    return keras_jax(x, y, work, compiled_before=True)


def keras_jax_whole_epochs(x, y, work):
    """Keras on JAX with steps_per_execution: a whole epoch in one call."""
    return keras_jax(x, y, work, n_batches=-(-len(x) // work.batch_size))


def keras_jax_whole_epochs_compiled(x, y, work):
    """The same, compiled before the clock starts."""
    n_batches = -(-len(x) // work.batch_size)
    return keras_jax(x, y, work, n_batches, compiled_before=True)


def torch(x, y, work):
    """PyTorch, eager, in float32, with a loop as its tutorials write it."""
    import torch

    torch.set_num_threads(1)
    parts = []
    for n_in, n_out in zip(work.sizes, work.sizes[1:], strict=False):
        parts += [torch.nn.Linear(n_in, n_out), torch.nn.ReLU()]
    model = torch.nn.Sequential(*parts[:-1])
    binary = work.sizes[-1] == 1
    loss_of = torch.nn.BCEWithLogitsLoss() if binary else torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters())
    inputs = torch.tensor(x, dtype=torch.float32)
    targets = torch.tensor(y, dtype=torch.float32)

    def train(epochs=work.epochs):
        for _ in range(epochs):
            order = torch.randperm(len(inputs))
            for rows in torch.split(order, work.batch_size):
                optimizer.zero_grad()
                loss_of(model(inputs[rows]), targets[rows]).backward()
                optimizer.step()

    train(epochs=1)
    return train


def numba(x, y, work):
    """A loop over single numbers, compiled by numba: what the processor could do."""
    from bench.keras_scalar_loop import train

    sizes = np.array(work.sizes)
    rng = np.random.default_rng(0)
    shapes = list(zip(work.sizes, work.sizes[1:], strict=False))
    parameters = np.concatenate([rng.normal(0, 0.1, n * m + m) for n, m in shapes])
    train(x, y, sizes, parameters, work.batch_size, 1)
    return lambda: train(x, y, sizes, parameters, work.batch_size, work.epochs)


CONTENDERS = {
    "ours": ours,
    "scikit-learn": sklearn,
    "Keras on JAX": keras_jax,
    "Keras on JAX, compiled before": keras_jax_compiled,
    "Keras on JAX, whole epochs": keras_jax_whole_epochs,
    "Keras on JAX, both": keras_jax_whole_epochs_compiled,
    "PyTorch eager": torch,
    "numba scalar loop": numba,
}
