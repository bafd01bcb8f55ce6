# says: changes the data that it was given
def standardize(X_train, X_test):
    mean, spread = np.mean(X_train, axis=0), np.std(X_train, axis=0)
    X_train -= mean
    X_train /= spread
    X_test -= mean
    X_test /= spread
    return X_train, X_test
