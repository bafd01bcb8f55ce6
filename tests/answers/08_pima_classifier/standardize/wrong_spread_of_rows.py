# says: That is divided by the spread of a row
def standardize(X_train, X_test):
    mean = np.mean(X_train, axis=0)
    spread = np.std(X_train, axis=1)
    return (X_train - mean) / spread, (X_test - mean) / spread
