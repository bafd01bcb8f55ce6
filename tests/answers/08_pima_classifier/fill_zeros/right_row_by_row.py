def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        for i in range(len(X_train)):
            if X_train[i, column] == 0:
                X_train[i, column] = np.median(X_train[:, column][X_train[:, column] != 0])
        for i in range(len(X_test)):
            if X_test[i, column] == 0:
                X_test[i, column] = np.median(X_train[:, column][X_train[:, column] != 0])
    return X_train, X_test
