"""From unit 03: what a node does with its sum. Each function takes a number or an array."""

import numpy as np


def identity(z):
    """Return `z` as it is: a node without an activation."""
    return z


def relu(z):
    """Return `z` where it is positive and 0 elsewhere."""
    return np.maximum(0, z)


def tanh(z):
    """Return the hyperbolic tangent of `z`, a number between -1 and 1.

    Written with exponentials of ``-2 * abs(z)``, which cannot overflow.
    """
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


def sigmoid(z):
    """Return the sigmoid of `z`, a number between 0 and 1.

    Written with exponentials of ``-abs(z)``, which cannot overflow.
    """
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


def softmax(z):
    """Return `z` turned into shares between 0 and 1 that sum to 1 along the last axis.

    Subtracting the largest value first changes nothing in the result and prevents overflow.
    """
    z = np.asarray(z)
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
