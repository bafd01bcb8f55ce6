def fill_zeros(X_train, X_test):
    """Return copies in which impossible zeros hold the training part's median of the column.

    Parameters
    ----------
    X_train : array of shape (n_train, 8)
        The training rows, columns as in `pima.FEATURES`.
    X_test : array of shape (n_test, 8)
        The test rows.

    Returns
    -------
    X_train, X_test : arrays of the same shapes
        If a column of X_train holds 80, 0, 70, 0, 60, its zeros become 70. So do the zeros in this
        column of X_test, whatever else stands there.
    """
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        part = X_train[:, column]
        middle = np.median(part[part == 0])
        part[part == 0] = middle
        test_part = X_test[:, column]
        test_part[test_part == 0] = middle
    return X_train, X_test
