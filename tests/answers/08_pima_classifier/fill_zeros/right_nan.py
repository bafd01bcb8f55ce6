def fill_zeros(X_train, X_test):
    X_train, X_test = X_train.copy(), X_test.copy()
    for column in pima.NOT_ZERO:
        values = X_train[:, column]
        typical = np.nanmedian(np.where(values > 0, values, np.nan))
        for part in (X_train, X_test):
            for row in range(len(part)):
                if part[row, column] == 0:
                    part[row, column] = typical
    return X_train, X_test
