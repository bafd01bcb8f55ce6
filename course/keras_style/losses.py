"""Losses: how wrong the outputs are, and which way each output should move.

A loss is a class with two methods, ``call`` (how wrong is each row?) and ``gradient`` (the slope
of the mean over all rows with respect to the outputs), and a function for the first alone.
"""

import numpy as np

from course.keras_style.absent import getattr_of
from course.keras_style.activations import sigmoid, softmax
from course.keras_style.base_loss import FunctionLoss, Loss, class_numbers, matched

# Probabilities are kept this far from 0 and 1, so that no logarithm is infinite. Where an output
# lies beyond, the loss is flat, and so its slope is 0 there. Both are what Keras does.
EPSILON = 1e-7
HALF, FARTHEST = np.array(0.5), np.array(0.5 - EPSILON)  # an output farther off is beyond


def mean_squared_error(y_true, y_pred):
    """Return the mean of (y_true - y_pred) squared of each row: shape (n_rows,)."""
    y_true, y_pred = matched(y_true, y_pred)
    return np.mean(np.square(y_true - y_pred), axis=-1)


def mean_absolute_error(y_true, y_pred):
    """Return the mean of ``abs(y_true - y_pred)`` of each row: shape (n_rows,)."""
    y_true, y_pred = matched(y_true, y_pred)
    return np.mean(np.abs(y_true - y_pred), axis=-1)


def binary_crossentropy(y_true, y_pred):
    """Return -log of the probability given to what happened, as a mean of each row: (n_rows,).

    `y_pred` holds probabilities of a 1, `y_true` holds 0 and 1.
    """
    y_true, y_pred = matched(y_true, y_pred)
    p = np.clip(y_pred, EPSILON, 1.0 - EPSILON)
    return -np.mean(y_true * np.log(p) + (1.0 - y_true) * np.log(1.0 - p), axis=-1)


def categorical_crossentropy(y_true, y_pred):
    """Return -log of the share given to the true class of each row: shape (n_rows,).

    `y_pred` holds one share for each class, `y_true` one-hot rows of the same shape.
    """
    y_true, y_pred = matched(y_true, y_pred)
    shares = y_pred / np.sum(y_pred, axis=-1, keepdims=True)
    return -np.sum(y_true * np.log(np.clip(shares, EPSILON, 1.0 - EPSILON)), axis=-1)


def sparse_categorical_crossentropy(y_true, y_pred):
    """Return the same for class numbers: `y_true` holds 0, 1, 2, ... of shape (n_rows,)."""
    numbers, y_pred = class_numbers(y_true, y_pred)
    return categorical_crossentropy(np.eye(y_pred.shape[1])[numbers], y_pred)


class MeanSquaredError(Loss):
    """The mean of the squared errors, for answers that are numbers."""

    def __init__(self, *, name="mean_squared_error", **unknown):
        super().__init__(name, **unknown)

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        return mean_squared_error(y_true, y_pred)

    def gradient(self, y, outputs, fused=False):
        """Return the slope of the mean loss with respect to `outputs`, in their shape."""
        return (outputs - y) * (2.0 / y.size)


class MeanAbsoluteError(Loss):
    """The mean of the absolute errors: one answer far off counts less than when squared."""

    def __init__(self, *, name="mean_absolute_error", **unknown):
        super().__init__(name, **unknown)

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        return mean_absolute_error(y_true, y_pred)

    def gradient(self, y, outputs, fused=False):
        """Return the slope of the mean loss with respect to `outputs`, in their shape."""
        return np.sign(outputs - y) / y.size


class _Crossentropy(Loss):
    def check_targets(self, y, n_outputs):
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
        super().__init__(name, **unknown)

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
        super().__init__(name, **unknown)

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        return categorical_crossentropy(y_true, y_pred)

    def check_targets(self, y, n_outputs):
        """Raise ValueError if there is one output, or `y` holds no probabilities."""
        _refuse_one_output(self, n_outputs)
        super().check_targets(y, n_outputs)

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


class SparseCategoricalCrossentropy(CategoricalCrossentropy):
    """The same for class numbers 0, 1, 2, ... in place of one-hot rows."""

    takes_class_numbers = True

    def __init__(self, *, name="sparse_categorical_crossentropy", **unknown):
        super().__init__(name=name, **unknown)

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        return sparse_categorical_crossentropy(y_true, y_pred)

    def gradient(self, y, outputs, fused=False):
        """Return the slope of the mean loss with respect to `outputs`, in their shape."""
        numbers, _ = class_numbers(y, outputs)
        return super().gradient(np.eye(outputs.shape[1])[numbers], outputs, fused)

    def check_targets(self, y, n_outputs):
        """Raise ValueError if there is one output, or `y` holds no class numbers."""
        _refuse_one_output(self, n_outputs)
        wrong = y[(y < 0) | (y >= n_outputs) | (y != np.round(y))]
        if wrong.size:
            raise ValueError(
                f"{self.name}: expected class numbers from 0 to {n_outputs - 1} in y, received "
                f"{wrong[0]}, because the model gives {n_outputs} numbers for each row."
            )


def _refuse_one_output(loss, n_outputs):
    if n_outputs == 1:
        raise ValueError(
            f"{loss.name}: expected one output for each class, received a model with one output, "
            "because the share of a single class is always 1: for yes or no, take "
            "'binary_crossentropy'."
        )


KNOWN = [
    (MeanSquaredError, mean_squared_error, "mse", "MSE"),
    (MeanAbsoluteError, mean_absolute_error, "mae", "MAE"),
    (BinaryCrossentropy, binary_crossentropy, "bce", "BCE"),
    (CategoricalCrossentropy, categorical_crossentropy),
    (SparseCategoricalCrossentropy, sparse_categorical_crossentropy),
]


def get(identifier):
    """Return a loss object for a name, a function of this module or your own, or a loss object.

    Raises
    ------
    ValueError
        If there is no such loss here.
    """
    if isinstance(identifier, Loss):
        return identifier
    for cls, function, *short_names in KNOWN:
        if identifier in (cls, function, cls.__name__, function.__name__, *short_names):
            return cls()
    if callable(identifier):
        return FunctionLoss(identifier)
    known = ", ".join(repr(function.__name__) for _, function, *_ in KNOWN)
    raise ValueError(
        f"loss: expected one of {known} or a function of y_true and y_pred, received "
        f"{identifier!r}, because training lowers this number."
    )


__getattr__ = getattr_of(__name__, "keras.losses")
