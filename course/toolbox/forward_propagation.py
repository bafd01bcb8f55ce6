"""From unit 02: one prediction of the 2-2-1 network."""

import numpy as np


def node_value(x, w):
    """Return the weighted sum of the inputs `x`, shape (n,), with the weights `w`, shape (n,)."""
    return np.sum(np.asarray(x) * np.asarray(w))


def forward(x, weights):
    """Return the output of the 2-2-1 network without activation for one observation.

    Parameters
    ----------
    x : array of shape (2,)
        The inputs.
    weights : dict
        "node_0", "node_1" and "output", each an array of shape (2,).

    Returns
    -------
    float
    """
    hidden = np.array([node_value(x, weights["node_0"]), node_value(x, weights["node_1"])])
    return node_value(hidden, weights["output"])
