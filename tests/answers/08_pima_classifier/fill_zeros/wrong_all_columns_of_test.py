# says: In which columns can a zero of X_test be true
def fill_zeros(X_train, X_test):
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    medians = np.nanmedian(np.where(X_train == 0, np.nan, X_train), axis=0)
    for column in pima.NOT_ZERO:
        train = X_train[:, column]
        train[train == 0] = medians[column]
    X_test = np.where(X_test == 0, medians, X_test)
    return X_train, X_test
