# says: A zero of another column was filled with the median of column 1
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        train, test = X_train[:, column], X_test[:, column]
        median = np.median(train[train != 0])
        X_train[X_train == 0] = median
        test[test == 0] = median
    return X_train, X_test
