# says: That was learned from the test rows
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        for part in (X_train, X_test):
            values = part[:, column]
            values[values == 0] = np.median(values[values != 0])
    return X_train, X_test
