# says: That is with one mean and spread for all columns.
def standardize(X_train, X_test):
    mean, spread = np.mean(X_train), np.std(X_train)
    return (X_train - mean) / spread, (X_test - mean) / spread
