# says: Which one is in the middle
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        train, test = X_train[:, column], X_test[:, column]
        mean = np.mean(train[train != 0])
        train[train == 0] = mean
        test[test == 0] = mean
    return X_train, X_test
