def column_mean(X, column):
    column = X[:, 1]
    return np.mean(column)
