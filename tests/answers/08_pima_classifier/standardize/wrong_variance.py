# says: divided by the square of the spread
def standardize(X_train, X_test):
    mean, spread = np.mean(X_train, axis=0), np.var(X_train, axis=0)
    return (X_train - mean) / spread, (X_test - mean) / spread
