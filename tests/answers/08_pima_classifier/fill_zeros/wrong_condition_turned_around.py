# says: The zero stayed, and measured values were replaced
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        part = X_train[:, column]
        middle = np.median(part[part != 0])
        part[part != 0] = middle
        test_part = X_test[:, column]
        test_part[test_part != 0] = middle
    return X_train, X_test
