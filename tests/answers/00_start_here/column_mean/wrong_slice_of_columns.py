# says: That is the mean of column 0
def column_mean(X, column):
    return np.mean(X[:, :column])
