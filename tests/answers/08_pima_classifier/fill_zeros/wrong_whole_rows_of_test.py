# says: Whole rows of X_test have been overwritten
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        part = X_train[:, column]
        median = np.median(part[part != 0])
        part[part == 0] = median
        X_test[X_test[:, column] == 0] = median
    return X_train, X_test
