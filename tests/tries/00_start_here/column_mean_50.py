def column_mean(X, column):
    return X[:, column]
