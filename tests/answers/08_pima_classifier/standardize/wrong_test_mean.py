# says: That was learned from the test rows
def standardize(X_train, X_test):
    train = (X_train - np.mean(X_train, axis=0)) / np.std(X_train, axis=0)
    test = (X_test - np.mean(X_test, axis=0)) / np.std(X_test, axis=0)
    return train, test
