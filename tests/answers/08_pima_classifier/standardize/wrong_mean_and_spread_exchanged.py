# says: Mean and spread have changed places
def standardize(X_train, X_test):
    mean = np.mean(X_train, axis=0)
    spread = np.std(X_train, axis=0)
    return (X_train - spread) / mean, (X_test - spread) / mean
