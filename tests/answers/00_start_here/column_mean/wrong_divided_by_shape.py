# says: both numbers of the shape
def column_mean(X, column):
    return np.sum(X[:, column]) / X.shape
