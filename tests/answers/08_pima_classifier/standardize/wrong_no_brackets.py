# says: Which should be done first
def standardize(X_train, X_test):
    mean, spread = np.mean(X_train, axis=0), np.std(X_train, axis=0)
    return X_train - mean / spread, X_test - mean / spread
