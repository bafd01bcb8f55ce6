"""From unit 08: honest work with the clinic's table.

The first functions are what the learner writes; those below the line are the course's own. They
train networks, so this file is imported by name (``from course.toolbox import clinic``) and not
with the rest of the toolbox.
"""

import numpy as np

from course import keras_style as keras
from course import pima


def load_patients(path):
    """Read the table.

    Parameters
    ----------
    path : path-like
        A file of rows with nine numbers each, commas between them, no header.

    Returns
    -------
    X : array of shape (n, 8)
    y : array of shape (n,)
    """
    table = np.loadtxt(path, delimiter=",")
    return table[:, :8], table[:, 8]


def majority_accuracy(y_train, y_test):
    """Return the accuracy on `y_test` of always saying the most frequent class of `y_train`.

    With as many ones as zeros in `y_train`, the rule says 0.
    """
    majority = 1 if np.mean(y_train) > 0.5 else 0
    return np.mean(y_test == majority)


def split_stratified(y, test_share, rng):
    """Split rows at random, with the same share of each class on both sides.

    Parameters
    ----------
    y : array of shape (n,)
        The class of each row.
    test_share : float
        The share of the rows that are kept for testing.
    rng : numpy.random.Generator
        Draws which rows these are.

    Returns
    -------
    train_rows, test_rows : arrays of int
        Row numbers; each row is in one of the two.
    """
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n_test = round(test_share * len(rows))
        test_rows.append(rows[:n_test])
        train_rows.append(rows[n_test:])
    return np.concatenate(train_rows), np.concatenate(test_rows)


def fill_zeros(X_train, X_test):
    """Return copies in which impossible zeros hold the training part's median of the column.

    Parameters
    ----------
    X_train, X_test : arrays of shape (n, 8)
        Columns as in `pima.FEATURES`.

    Returns
    -------
    X_train, X_test : arrays of the same shapes
    """
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        measured = X_train[:, column] != 0
        median = np.median(X_train[measured, column])
        X_train[~measured, column] = median
        X_test[X_test[:, column] == 0, column] = median
    return X_train, X_test


def standardize(X_train, X_test):
    """Return both parts, less the training part's means and divided by its spreads.

    Parameters
    ----------
    X_train, X_test : arrays of shape (n, n_features)

    Returns
    -------
    X_train, X_test : arrays of the same shapes
    """
    mean = np.mean(X_train, axis=0)
    spread = np.std(X_train, axis=0)
    return (X_train - mean) / spread, (X_test - mean) / spread


def train_and_score(X_train, y_train, X_test, y_test, seed):
    """Train a network on the training rows and return its accuracy on the test rows.

    Parameters
    ----------
    X_train, X_test : arrays of shape (n, 8)
        As they were measured.
    y_train, y_test : arrays of shape (n,)
    seed : int
        Same seed, same network, same accuracy.

    Returns
    -------
    float
    """
    X_train, X_test = prepare(X_train, X_test)
    model = build_model(seed)
    model.fit(X_train, y_train, epochs=30, batch_size=10, verbose=0)
    return model.evaluate(X_test, y_test, verbose=0)[1]


def confusion_matrix(y, y_hat):
    """Return the 2 x 2 counts: rows are the true class, columns the predicted class.

    Parameters
    ----------
    y, y_hat : arrays of shape (n,)
        Zeros and ones: what was found, and what was predicted.

    Returns
    -------
    array of int, shape (2, 2)
    """
    matrix = np.zeros((2, 2), dtype=int)
    for true in (0, 1):
        for predicted in (0, 1):
            matrix[true, predicted] = np.sum((y == true) & (y_hat == predicted))
    return matrix


def precision(y, y_hat):
    """Return which share of the rows predicted as 1 are 1; 0.0 if none is predicted as 1."""
    predicted = y_hat == 1
    return np.mean(y[predicted] == 1) if np.any(predicted) else 0.0


def recall(y, y_hat):
    """Return which share of the rows that are 1 were predicted as 1; 0.0 if none is 1."""
    ill = y == 1
    return np.mean(y_hat[ill] == 1) if np.any(ill) else 0.0


# ---- What no learner writes ----


def prepare(X_train, X_test):
    """Return both parts with their zeros filled and standardized, by the training part alone."""
    return standardize(*fill_zeros(X_train, X_test))


def build_model(seed, n_features=8):
    """Return the 8-16-8-1 network of the unit: defined, compiled, not yet trained.

    Parameters
    ----------
    seed : int
        Fixes the first weights, and the order of the rows in the training that follows.
    n_features : int

    Returns
    -------
    keras_style.Sequential
    """
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((n_features,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(8, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


def most_similar(X_known, y_known, X):
    """Return for each row of `X` the class of the known row that is nearest to it.

    Parameters
    ----------
    X_known : array of shape (n_known, n_features)
    y_known : array of shape (n_known,)
    X : array of shape (n, n_features)

    Returns
    -------
    array of shape (n,)
    """
    squares = (X[:, np.newaxis, :] - X_known[np.newaxis, :, :]) ** 2
    return y_known[np.argmin(np.sum(squares, axis=2), axis=1)]


def stratified_folds(y, n_folds, rng):
    """Cut the rows into folds of equal class shares; each fold is once the test part.

    Parameters
    ----------
    y : array of shape (n,)
    n_folds : int
    rng : numpy.random.Generator

    Returns
    -------
    list of (train_rows, test_rows)
    """
    fold = np.empty(len(y), dtype=int)
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        fold[rows] = np.arange(len(rows)) % n_folds
    return [(np.flatnonzero(fold != k), np.flatnonzero(fold == k)) for k in range(n_folds)]


def cross_validated_scores(X, y, n_folds=5, seed=0):
    """Return for each patient the score of a network that never saw her.

    Parameters
    ----------
    X : array of shape (n, 8)
        As it was measured.
    y : array of shape (n,)
    n_folds, seed : int

    Returns
    -------
    array of shape (n,)
        Numbers between 0 and 1.
    """
    scores = np.empty(len(y))
    for train_rows, test_rows in stratified_folds(y, n_folds, np.random.default_rng(seed)):
        X_train, X_test = prepare(X[train_rows], X[test_rows])
        model = build_model(seed)
        model.fit(X_train, y[train_rows], epochs=30, batch_size=10, verbose=0)
        scores[test_rows] = model.predict(X_test, verbose=0)[:, 0]
    return scores
