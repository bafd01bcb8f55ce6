# says: from X_test nothing was subtracted
def standardize(X_train, X_test):
    X_train = X_train - np.mean(X_train, axis=0)
    X_test = X_test - np.mean(X_train, axis=0)
    spread = np.std(X_train, axis=0)
    return X_train / spread, X_test / spread
