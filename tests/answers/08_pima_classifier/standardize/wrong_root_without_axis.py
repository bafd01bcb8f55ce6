# says: all columns went into one spread
def standardize(X_train, X_test):
    mean = np.mean(X_train, axis=0)
    spread = np.sqrt(np.mean((X_train - mean) ** 2))
    return (X_train - mean) / spread, (X_test - mean) / spread
