# says: The mean is not in the spread
def standardize(X_train, X_test):
    mean = np.mean(X_train, axis=0)
    spread = np.sqrt(np.mean(X_train**2, axis=0))
    return (X_train - mean) / spread, (X_test - mean) / spread
