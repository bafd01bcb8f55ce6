def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        typical = np.median(X_train[X_train[:, column] != 0, column])
        X_train[:, column] = np.where(X_train[:, column] == 0, typical, X_train[:, column])
        X_test[:, column] = np.where(X_test[:, column] == 0, typical, X_test[:, column])
    return X_train, X_test
