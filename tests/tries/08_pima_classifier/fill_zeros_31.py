def fill_zeros(X_train, X_test):
    for column in pima.NOT_ZERO:
        median = np.median(X_train[:, column])
        X_train[:, column].replace(0, median)
        X_test[:, column].replace(0, median)
    return X_train, X_test
