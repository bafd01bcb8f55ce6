def standardize(X_train, X_test):
    mean = np.mean(X_train)
    spread = np.std(X_train)
    return (X_train - mean) / spread, (X_test - mean) / spread
