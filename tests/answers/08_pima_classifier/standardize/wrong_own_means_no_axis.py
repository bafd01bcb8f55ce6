# says: spread of the whole of X_test
def standardize(X_train, X_test):
    return (X_train - np.mean(X_train)) / np.std(X_train), (X_test - np.mean(X_test)) / np.std(
        X_test
    )
