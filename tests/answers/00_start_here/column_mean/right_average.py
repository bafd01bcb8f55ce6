def column_mean(X, column):
    return np.average(X[:, column])
