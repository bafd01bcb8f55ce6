# says: That is the mean of the first row.
def column_mean(X, column):
    return np.mean(X[:column])
