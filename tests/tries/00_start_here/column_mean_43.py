def column_mean(X, column):
    return np.mean(X, axis=0)
