# says: It is multiplied by the spread
def standardize(X_train, X_test):
    mean, spread = np.mean(X_train, axis=0), np.std(X_train, axis=0)
    return (X_train - mean) * spread, (X_test - mean) * spread
