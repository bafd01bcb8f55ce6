"""Losses: how wrong the outputs are, and which way each output should move.

A loss is a class with two methods, ``call`` (how wrong is each row?) and ``gradient`` (the slope
of the mean over all rows with respect to the outputs), and a function for the first alone.
"""

import numpy as np

from course.keras_style.activations import sigmoid, softmax
from course.keras_style.refusals import refuse_arguments

# Probabilities are kept this far from 0 and 1, so that no logarithm is infinite. Where an output
# lies beyond, the loss is flat, and so its slope is 0 there. Both are what Keras does.
EPSILON = 1e-7
HALF, FARTHEST = np.array(0.5), np.array(0.5 - EPSILON)  # an output farther off is beyond


def mean_squared_error(y_true, y_pred):
    """Return the mean of (y_true - y_pred) squared of each row: shape (n_rows,)."""
    y_true, y_pred = _matched(y_true, y_pred)
    return np.mean(np.square(y_true - y_pred), axis=-1)


def binary_crossentropy(y_true, y_pred):
    """Return -log of the probability given to what happened, as a mean of each row: (n_rows,).

    `y_pred` holds probabilities of a 1, `y_true` holds 0 and 1.
    """
    y_true, y_pred = _matched(y_true, y_pred)
    p = np.clip(y_pred, EPSILON, 1.0 - EPSILON)
    return -np.mean(y_true * np.log(p) + (1.0 - y_true) * np.log(1.0 - p), axis=-1)


def categorical_crossentropy(y_true, y_pred):
    """Return -log of the share given to the true class of each row: shape (n_rows,).

    `y_pred` holds one share for each class, `y_true` one-hot rows of the same shape.
    """
    y_true, y_pred = _matched(y_true, y_pred)
    shares = y_pred / np.sum(y_pred, axis=-1, keepdims=True)
    return -np.sum(y_true * np.log(np.clip(shares, EPSILON, 1.0 - EPSILON)), axis=-1)


class Loss:
    """The base of all losses."""

    # The activation whose way back this loss can take together with its own (see ``gradient``).
    fused_activation = None

    def __init__(self, name, unknown):
        refuse_arguments(unknown, type(self).__name__, "name")
        self.name = name

    def __call__(self, y_true, y_pred):
        """Return the mean loss over all rows, as a float."""
        return float(np.mean(self.call(y_true, y_pred)))

    def get_config(self):
        """Return the arguments that would make this loss again."""
        return {"name": self.name}

    def check_targets(self, y):
        """Raise ValueError if `y` holds something this loss has no meaning for."""


class MeanSquaredError(Loss):
    """The mean of the squared errors, for answers that are numbers."""

    def __init__(self, *, name="mean_squared_error", **unknown):
        super().__init__(name, unknown)

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        return mean_squared_error(y_true, y_pred)

    def gradient(self, y, outputs, fused=False):
        """Return the slope of the mean loss with respect to `outputs`, in their shape."""
        return (outputs - y) * (2.0 / y.size)


class _Crossentropy(Loss):
    def check_targets(self, y):
        """Raise ValueError if `y` holds something else than probabilities."""
        if y.min() < 0 or y.max() > 1:
            wrong = y[(y < 0) | (y > 1)][0]
            raise ValueError(
                f"{self.name}: expected labels 0 and 1 in y, received {wrong}, because a label "
                "is the probability that the answer is yes."
            )


class BinaryCrossentropy(_Crossentropy):
    """The logarithm of the probability given to what happened, for yes-or-no answers."""

    fused_activation = staticmethod(sigmoid)

    def __init__(self, *, name="binary_crossentropy", **unknown):
        super().__init__(name, unknown)

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        return binary_crossentropy(y_true, y_pred)

    def gradient(self, y, outputs, fused=False):
        """Return the slope of the mean loss with respect to `outputs`, in their shape.

        With `fused`, the slope with respect to the sums that went into the sigmoid: the slope
        of the loss, (a - y) / (a * (1 - a)), times that of the sigmoid, a * (1 - a), is simply
        a - y, which is quicker and never divides by zero.
        """
        blame = (outputs - y) / y.size
        blame[np.abs(outputs - HALF) > FARTHEST] = 0.0
        if not fused:
            p = np.clip(outputs, EPSILON, 1.0 - EPSILON)
            blame /= p * (1.0 - p)
        return blame


class CategoricalCrossentropy(_Crossentropy):
    """The logarithm of the share given to the true class, for one answer out of several."""

    fused_activation = staticmethod(softmax)

    def __init__(self, *, name="categorical_crossentropy", **unknown):
        super().__init__(name, unknown)

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        return categorical_crossentropy(y_true, y_pred)

    def gradient(self, y, outputs, fused=False):
        """Return the slope of the mean loss with respect to `outputs`, in their shape.

        With `fused`, the slope with respect to the sums that went into the softmax, which is
        a - y again for one-hot rows.
        """
        totals = np.sum(outputs, axis=-1, keepdims=True)
        shares = outputs / totals
        counted = np.where(np.abs(shares - HALF) > FARTHEST, 0.0, y)
        row_totals = np.sum(counted, axis=-1, keepdims=True)
        if fused:
            return (shares * row_totals - counted) / len(y)
        return (row_totals - counted / np.maximum(shares, EPSILON)) / (totals * len(y))


def get(identifier):
    """Return a loss object for a name, a function of this module or a loss object.

    Raises
    ------
    ValueError
        If there is no such loss here.
    """
    if isinstance(identifier, Loss):
        return identifier
    for names, cls in BY_NAME.items():
        if identifier in names:
            return cls()
    raise ValueError(
        "loss: expected 'mean_squared_error' ('mse'), 'binary_crossentropy' or "
        f"'categorical_crossentropy', received {identifier!r}, because training needs the slope "
        "of the loss."
    )


BY_NAME = {
    ("mean_squared_error", "mse", "MSE", "MeanSquaredError", mean_squared_error): MeanSquaredError,
    (
        "binary_crossentropy",
        "bce",
        "BCE",
        "BinaryCrossentropy",
        binary_crossentropy,
    ): BinaryCrossentropy,
    (
        "categorical_crossentropy",
        "CategoricalCrossentropy",
        categorical_crossentropy,
    ): CategoricalCrossentropy,
}


def _matched(y_true, y_pred):
    """Return both as float arrays; where one has shape (n,) and the other (n, 1), both (n, 1)."""
    y_true = np.asarray(y_true, dtype=np.float64)
    y_pred = np.asarray(y_pred, dtype=np.float64)
    if y_true.ndim == 1 and y_pred.shape == (len(y_true), 1):
        y_true = y_true[:, np.newaxis]
    if y_pred.ndim == 1 and y_true.shape == (len(y_pred), 1):
        y_pred = y_pred[:, np.newaxis]
    if y_true.shape != y_pred.shape:
        raise ValueError(
            f"loss: expected y_true and y_pred of one shape, received {y_true.shape} and "
            f"{y_pred.shape}, because each answer is compared with its own prediction."
        )
    return y_true, y_pred
