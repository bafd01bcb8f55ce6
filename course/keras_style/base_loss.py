"""What all losses have in common, and how a loss of your own finds its slope."""

import numpy as np

from course.keras_style.refusals import refuse_arguments
from course.keras_style.utils import automatic_name

# How far an output is moved to see how the loss changes, as a share of its size: the error of
# the slope is about this squared, and smaller steps would drown in rounding.
STEP = 1e-6


class Loss:
    """The base of all losses: a loss of your own needs ``call`` and nothing else.

    ``call(y_true, y_pred)``, written with NumPy, returns one number for each row, and each of
    them must depend on its own row alone. The slope is then found by moving each output a little
    up and down. A loss that knows a formula for its slope overrides ``gradient``, which is exact
    and quicker.
    """

    # The activation whose way back this loss can take together with its own (see ``gradient``).
    fused_activation = None
    # Whether `y` holds the number of each row's class instead of one column for each class.
    takes_class_numbers = False

    def __init__(self, name=None, **unknown):
        refuse_arguments(unknown, type(self).__name__, "name")
        self.name = name or automatic_name(type(self))

    def __call__(self, y_true, y_pred, sample_weight=None):
        """Return the mean loss over all rows, each times its weight if given, as a float."""
        losses = np.asarray(self.call(np.asarray(y_true), np.asarray(y_pred)))
        if sample_weight is not None:
            losses = losses * np.asarray(sample_weight)
        return float(np.mean(losses))

    def get_config(self):
        """Return the arguments that would make this loss again."""
        return {"name": self.name}

    def call(self, y_true, y_pred):
        """Return the loss of each row, shape (n_rows,)."""
        raise NotImplementedError(f"{type(self).__name__}: expected a method call(y_true, y_pred).")

    def row_losses(self, y, outputs):
        """Return what ``call`` gives, as shape (n_rows,): the mean of a row that has several.

        Raises
        ------
        ValueError
            If there is not one number for each row.
        """
        losses = np.asarray(self.call(y, outputs), dtype=np.float64)
        if losses.shape[:1] != (len(outputs),):
            raise ValueError(
                f"loss '{self.name}': expected one number for each of the {len(outputs)} rows, "
                f"received shape {losses.shape}, because each row's slope is asked for: take the "
                "mean with axis=-1."
            )
        return losses.reshape(len(outputs), -1).mean(axis=1)

    def gradient(self, y, outputs, fused=False):
        """Return the slope of the mean loss with respect to `outputs`, in their shape."""
        slopes = np.empty_like(outputs)
        for j in range(outputs.shape[1]):
            up, down = outputs.copy(), outputs.copy()
            step = STEP * np.maximum(1.0, np.abs(outputs[:, j]))
            up[:, j] += step
            down[:, j] -= step
            change = self.row_losses(y, up) - self.row_losses(y, down)
            slopes[:, j] = change / (up[:, j] - down[:, j])
        return slopes / len(y)

    def check_targets(self, y, n_outputs):
        """Raise ValueError if `y` holds something this loss has no meaning for."""


class FunctionLoss(Loss):
    """A function of your own, ``function(y_true, y_pred)``, as a loss."""

    def __init__(self, function):
        super().__init__(name=getattr(function, "__name__", None))
        self.function = function

    def call(self, y_true, y_pred):
        """Return what the function returns."""
        return self.function(y_true, y_pred)


def matched(y_true, y_pred):
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


def class_numbers(y_true, y_pred):
    """Return `y_true` as whole numbers of shape (n_rows,) and `y_pred` as a float table."""
    y_pred = np.asarray(y_pred, dtype=np.float64)
    numbers = np.asarray(y_true).reshape(-1).astype(int)
    if y_pred.ndim != 2 or len(numbers) != len(y_pred):
        raise ValueError(
            f"loss: expected one class number for each row of y_pred, received shapes "
            f"{np.shape(y_true)} and {y_pred.shape}."
        )
    return numbers, y_pred
