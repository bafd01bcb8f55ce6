def column_mean(X, column):
    return np.mean(X.T[column])
