# says: It is divided by the root of the spread
def standardize(X_train, X_test):
    mean = np.mean(X_train, axis=0)
    spread = np.sqrt(np.std(X_train, axis=0))
    return (X_train - mean) / spread, (X_test - mean) / spread
