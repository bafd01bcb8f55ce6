# says: That is the sum of the column
def column_mean(X, column):
    return np.sum(X[:, column])
