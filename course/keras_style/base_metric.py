"""What all metrics have in common, and how a function becomes one."""

import numpy as np

from course.keras_style.refusals import refuse_arguments
from course.keras_style.utils import automatic_name


class Metric:
    """The base of all metrics: it gathers, gives its value and forgets.

    A metric of your own overrides ``update_state`` and ``result``, and keeps its numbers in what
    ``add_weight`` returns.
    """

    def __init__(self, *, name=None, **unknown):
        refuse_arguments(unknown, type(self).__name__, "name")
        self.name = name or automatic_name(type(self))
        self.variables = []

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name}

    def add_weight(self, shape=(), initializer="zeros", *, name=None):
        """Return a number, or an array of a `shape`, to gather in: it begins at 0.

        Raises
        ------
        ValueError
            If it should begin elsewhere.
        """
        if initializer not in (None, "zeros"):
            raise ValueError(
                f"Metric '{self.name}': expected initializer='zeros', received {initializer!r}."
            )
        self.variables.append(np.zeros(shape).view(Variable))
        return self.variables[-1]

    def update_state(self, y_true, y_pred):
        """Take in the true answers and the outputs of some rows."""
        raise NotImplementedError(f"{type(self).__name__}: expected a method update_state.")

    def result(self):
        """Return the value so far."""
        raise NotImplementedError(f"{type(self).__name__}: expected a method result.")

    def reset_state(self):
        """Forget everything taken in."""
        for variable in self.variables:
            variable.assign(0.0)

    def __call__(self, y_true, y_pred):
        """Take in answers and predictions, and return the value so far."""
        self.update_state(y_true, y_pred)
        return self.result()


class Variable(np.ndarray):
    """An array that is changed in place by the names that Keras has for it."""

    def assign(self, value):
        """Put `value` in the place of what was there."""
        self[...] = value

    def assign_add(self, value):
        """Add `value`."""
        self[...] += value

    def assign_sub(self, value):
        """Take `value` away."""
        self[...] -= value


class MeanMetric(Metric):
    """The mean of what the method ``function(y_true, y_pred)`` gives."""

    def __init__(self, *, name=None, **unknown):
        super().__init__(name=name, **unknown)
        self.reset_state()

    def update_state(self, y_true, y_pred):
        """Take in the true answers and the outputs of some rows."""
        values = np.asarray(self.function(y_true, y_pred))
        self.total += values.sum()
        self.count += values.size

    def result(self):
        """Return the mean over everything taken in, 0.0 if that is nothing."""
        return float(self.total / self.count) if self.count else 0.0

    def reset_state(self):
        """Forget everything taken in."""
        self.total = self.count = 0


class FunctionMetric(MeanMetric):
    """The mean of a function of your own, ``function(y_true, y_pred)``."""

    def __init__(self, function):
        super().__init__(name=getattr(function, "__name__", None))
        self.function = function
