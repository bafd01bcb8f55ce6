def column_mean(X, column):
    col = X[:, column]
    return np.sum(col) / X.shape[0]
