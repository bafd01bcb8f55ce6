# says: Only the glucose is filled.
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        measured = X_train[:, 1] != 0
        median = np.median(X_train[measured, 1])
        X_train[~measured, 1] = median
        X_test[X_test[:, 1] == 0, 1] = median
    return X_train, X_test
