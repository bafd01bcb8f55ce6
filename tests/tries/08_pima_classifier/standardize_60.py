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
    mean = np.mean(X_train, axis=0)
    spread = np.std(X_train)
    return (X_train - mean) / spread, (X_test - mean) / spread
