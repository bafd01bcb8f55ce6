# says: That is the number of the example above
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        part = X_train[:, column]
        part[part == 0] = 99
        test_part = X_test[:, column]
        test_part[test_part == 0] = 99
    return X_train, X_test
