def standardize(X_train, X_test):
    mean = X_train.mean(axis=0)
    centered = X_train - mean
    spread = np.sqrt((centered**2).mean(axis=0))
    return centered / spread, (X_test - mean) / spread
