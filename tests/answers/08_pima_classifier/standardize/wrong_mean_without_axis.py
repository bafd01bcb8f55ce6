# says: One mean, or one spread, serves for all columns.
def standardize(X_train, X_test):
    mean, spread = np.mean(X_train), np.std(X_train, axis=0)
    return (X_train - mean) / spread, (X_test - mean) / spread
