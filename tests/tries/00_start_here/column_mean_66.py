def column_mean(X, column):
    return np.sum(X[:, column]) // len(X)
