"""What all optimizers have in common: a learning rate, and what they remember of each weight."""

import math

import numpy as np

from course.keras_style.utils import automatic_name


class Optimizer:
    """The base of all optimizers: a learning rate and a count of the steps taken."""

    n_memories = 0  # how many numbers are remembered of each weight

    def __init__(self, learning_rate, name=None):
        self.name = name or automatic_name(type(self))
        self.learning_rate = in_range(learning_rate, f"{self.name}, learning_rate", math.inf)
        self.iterations = 0
        self.variables = None
        self._parameters = None  # of the model that it works for

    def build(self, parameters):
        """Make room, when a training begins, for what is remembered of each weight.

        Raises
        ------
        ValueError
            If the optimizer already works for another model.
        """
        if self.variables is None:
            self._parameters = parameters
            self._scratch = np.empty_like(parameters)
            self.variables = []
        elif self._parameters is not parameters:
            raise ValueError(
                f"Optimizer '{self.name}': expected the model it was started with, received "
                f"another one of {parameters.size} weights, because what it remembers belongs "
                "to one model: give compile() a new optimizer."
            )

        while len(self.variables) < self.n_memories:
            self.variables.append(np.zeros_like(parameters))

    def forget(self, parameters):
        """Begin anew if `parameters` are those it works for: the model has got other ones."""
        if self._parameters is parameters:
            self.variables = self._parameters = None
            self.iterations = 0


def in_range(value, where, most):
    """Return `value` as a float, or raise ValueError if it is no number from 0 to `most`."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        raise ValueError(f"{where}: expected a number, received {value!r}.")
    if not 0 <= value <= most:
        limits = {math.inf: ">= 0", 1.0: "from 0 to 1"}.get(most, "from 0 to below 1")
        raise ValueError(f"{where}: expected a number {limits}, received {value!r}.")
    return float(value)
