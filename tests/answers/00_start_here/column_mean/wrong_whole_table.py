# says: the mean of the whole table
def column_mean(X, column):
    return np.mean(X)
