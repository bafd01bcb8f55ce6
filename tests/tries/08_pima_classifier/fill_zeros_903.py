def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        train, test = X_train[:, column], X_test[:, column]
        median = np.median(train[train != 0])
        train[train == 0] = median
        X_test[X_test == 0] = median
    return X_train, X_test
