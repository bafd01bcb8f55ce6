# says: changes the data that it was given
def fill_zeros(X_train, X_test):
    X_train, X_test = np.asarray(X_train), np.asarray(X_test)
    for column in pima.NOT_ZERO:
        train, test = X_train[:, column], X_test[:, column]
        median = np.median(train[train != 0])
        train[train == 0] = median
        test[test == 0] = median
    return X_train, X_test
