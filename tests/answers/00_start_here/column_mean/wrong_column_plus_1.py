# says: That is the mean of column 2
def column_mean(X, column):
    return np.mean(X[:, column + 1])
