def standardize(X_train, X_test):
    """Return both parts, less the training part's means and divided by its spreads.

    Parameters
    ----------
    X_train : array of shape (n_train, n_features)
        The training rows.
    X_test : array of shape (n_test, n_features)
        The test rows.

    Returns
    -------
    X_train, X_test : arrays of the same shapes
        If a column of X_train holds 1, 1, 5, 5 (mean 3, spread 2), a 7 in this column of X_test
        becomes (7 - 3) / 2 = 2.
    """
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for j in range(X_train.shape[1]):
        m = X_train[:, j].mean()
        s = X_train[:, j].std()
        X_train[:, j] = (X_train[:, j] - m) / s
        X_test[:, j] = (X_test[:, j] - m) / s
    return X_train, X_test
