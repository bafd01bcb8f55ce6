# says: the number in the middle
def column_mean(X, column):
    return np.median(X[:, column])
