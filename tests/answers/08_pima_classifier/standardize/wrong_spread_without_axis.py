# says: One mean, or one spread, serves for all columns.
def standardize(X_train, X_test):
    mean, spread = np.mean(X_train, axis=0), np.std(X_train)
    return (X_train - mean) / spread, (X_test - mean) / spread
