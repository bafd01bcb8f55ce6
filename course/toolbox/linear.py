"""From unit 01: the straight line."""

import numpy as np


def predict_linear(X, w, b):
    """Return the prediction of a linear model for each row.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row per observation.
    w : array of shape (n_features,)
        One weight per feature.
    b : float
        The bias: the prediction where all features are 0.

    Returns
    -------
    array of shape (n,)

    Raises
    ------
    ValueError
        If `X` has not one column for each weight.
    """
    if np.shape(X)[-1:] != np.shape(w):
        error = ValueError(f"X has the shape {np.shape(X)} and w the shape {np.shape(w)}")
        error.add_note(
            "`predict_linear` needs a table with one column for each weight. Which columns should "
            "stand in the table that goes in?"
        )
        raise error
    return X @ w + b


def fit_linear(X, y):
    """Return the weights and the bias with the least sum of squared errors.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row per observation.
    y : array of shape (n,)
        What was observed.

    Returns
    -------
    w : array of shape (n_features,)
    b : float
    """
    X_with_ones = np.column_stack([X, np.ones(len(X))])
    solution = np.linalg.lstsq(X_with_ones, y, rcond=None)[0]
    return solution[:-1], solution[-1]


def sum_of_squared_errors(y, y_hat):
    """Return the sum of the squared differences between `y` and `y_hat`, both of shape (n,)."""
    return np.sum((y - y_hat) ** 2)
