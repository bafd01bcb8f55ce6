# says: largest value minus the smallest
def standardize(X_train, X_test):
    mean = np.mean(X_train, axis=0)
    spread = np.max(X_train, axis=0) - np.min(X_train, axis=0)
    return (X_train - mean) / spread, (X_test - mean) / spread
