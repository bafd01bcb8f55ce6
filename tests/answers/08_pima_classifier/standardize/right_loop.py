def standardize(X_train, X_test):
    train = np.zeros(X_train.shape)
    test = np.zeros(X_test.shape)
    for column in range(X_train.shape[1]):
        mean = np.mean(X_train[:, column])
        spread = np.std(X_train[:, column])
        train[:, column] = (X_train[:, column] - mean) / spread
        test[:, column] = (X_test[:, column] - mean) / spread
    return train, test
