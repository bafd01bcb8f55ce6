# says: In which array does your line look for zeros
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        train = X_train[:, column].copy()
        test = X_test[:, column].copy()
        median = np.median(train[train != 0])
        train[train == 0] = median
        test[test == 0] = median
    return X_train, X_test
