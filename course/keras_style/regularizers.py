"""Regularizers: what large weights add to the loss, so that training keeps them small.

A regularizer is called with an array of weights and returns one number; ``gradient`` returns its
slope with respect to each weight.
"""

import numpy as np

from course.keras_style.absent import getattr_of
from course.keras_style.refusals import refuse_arguments


class Regularizer:
    """The base of all regularizers."""


class L1L2(Regularizer):
    """l1 times the sum of ``abs(w)``, plus l2 times the sum of w squared."""

    def __init__(self, l1=0.0, l2=0.0, **unknown):
        refuse_arguments(unknown, type(self).__name__, "l1, l2")
        self.l1 = _share(l1, "l1")
        self.l2 = _share(l2, "l2")

    def __call__(self, weights):
        """Return what the weights add to the loss."""
        return self.l1 * np.sum(np.abs(weights)) + self.l2 * np.sum(np.square(weights))

    def gradient(self, weights):
        """Return the slope of that with respect to each weight."""
        return self.l1 * np.sign(weights) + 2.0 * self.l2 * weights

    def get_config(self):
        """Return the arguments that would make this regularizer again."""
        return {"l1": self.l1, "l2": self.l2}


class L1(L1L2):
    """l1 times the sum of ``abs(w)``: many weights become exactly small (Tibshirani 1996)."""

    def __init__(self, l1=0.01, **unknown):
        super().__init__(l1=l1, **unknown)

    def get_config(self):
        """Return the argument that would make this regularizer again."""
        return {"l1": self.l1}


class L2(L1L2):
    """l2 times the sum of w squared: no weight becomes large ("ridge", Hoerl & Kennard 1970)."""

    def __init__(self, l2=0.01, **unknown):
        super().__init__(l2=l2, **unknown)

    def get_config(self):
        """Return the argument that would make this regularizer again."""
        return {"l2": self.l2}


l1, l2, l1_l2 = L1, L2, L1L2  # Keras has both spellings

BY_NAME = {"l1": L1, "l2": L2, "l1_l2": L1L2}


def get(identifier):
    """Return a regularizer for a name or an instance, or None for None.

    Raises
    ------
    ValueError
        If there is no such regularizer here.
    """
    if identifier is None or isinstance(identifier, Regularizer):
        return identifier
    for name, cls in BY_NAME.items():
        if identifier in (name, cls.__name__):
            return cls()
    raise ValueError(
        f"regularizer: expected one of {', '.join(map(repr, BY_NAME))} or an object such as "
        f"keras.regularizers.L2(0.01), received {identifier!r}."
    )


def _share(value, name):
    if isinstance(value, bool) or not isinstance(value, int | float | np.number) or value < 0:
        raise ValueError(f"regularizer, {name}: expected a number >= 0, received {value!r}.")
    return float(value)


__getattr__ = getattr_of(__name__, "keras.regularizers")
