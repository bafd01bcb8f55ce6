# says: or were mean and spread taken after X_train had been changed
def standardize(X_train, X_test):
    X_train = (X_train - np.mean(X_train, axis=0)) / np.std(X_train, axis=0)
    X_test = (X_test - np.mean(X_train, axis=0)) / np.std(X_train, axis=0)
    return X_train, X_test
