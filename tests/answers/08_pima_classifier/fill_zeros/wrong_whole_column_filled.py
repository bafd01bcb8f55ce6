# says: Which values of the column should get it
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        train, test = X_train[:, column], X_test[:, column]
        median = np.median(train[train != 0])
        X_train[:, column] = median
        X_test[:, column] = median
    return X_train, X_test
