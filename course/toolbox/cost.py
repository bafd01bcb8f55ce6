"""From unit 05: how wrong is it, which way is down, and a few rows at a time."""

import numpy as np


def mean_squared_error(y, y_hat):
    """Return the mean of the squared differences between `y` and `y_hat`, of equal shape."""
    return np.mean((y - y_hat) ** 2)


def root_mean_squared_error(y, y_hat):
    """Return the root of the mean squared error, which has the unit of `y`."""
    return np.sqrt(mean_squared_error(y, y_hat))


def slope(X, y, w):
    """Return the slope of the mean squared error of ``X @ w`` along each weight.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row per observation.
    y : array of shape (n,)
        What was observed.
    w : array of shape (n_features,)
        The weights.

    Returns
    -------
    array of shape (n_features,)
    """
    return 2 * X.T @ (X @ w - y) / len(y)


def numerical_slope(cost, w, h=1e-5):
    """Return the slope of `cost` at `w`, measured by small steps to both sides.

    Parameters
    ----------
    cost : function
        Takes an array like `w` and returns a number.
    w : array of shape (n,)
        Where to measure.
    h : float
        The size of the step.

    Returns
    -------
    array of shape (n,)
        The slope along each weight.
    """
    w = np.asarray(w, dtype=float)
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = h
        slopes[i] = (cost(w + step) - cost(w - step)) / (2 * h)
    return slopes


def update(w, gradient, lr):
    """Return the weights after one step downhill; `w` itself stays as it is."""
    return w - lr * gradient


def gradient_descent(X, y, w, lr, n_steps):
    """Walk downhill from `w` and return where the walk ended and the cost after each step.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row per observation.
    y : array of shape (n,)
        What was observed.
    w : array of shape (n_features,)
        Where to start; left unchanged.
    lr : float
        Learning rate.
    n_steps : int
        How many steps to take.

    Returns
    -------
    w : array of shape (n_features,)
    history : list of float
        The mean squared error after each step.
    """
    history = []
    for _ in range(n_steps):
        w = update(w, slope(X, y, w), lr)
        history.append(mean_squared_error(y, X @ w))
    return w, history


def mini_batches(X, y, batch_size, rng):
    """Return the rows of one epoch in random order, cut into batches.

    Parameters
    ----------
    X : array of shape (n, n_features)
    y : array of shape (n,) or (n, n_outputs)
    batch_size : int
        Rows per batch; the last batch holds what is left.
    rng : numpy.random.Generator
        Draws the order.

    Returns
    -------
    list of (X_batch, y_batch)
    """
    order = rng.permutation(len(X))
    return [
        (X[order[start : start + batch_size]], y[order[start : start + batch_size]])
        for start in range(0, len(X), batch_size)
    ]
