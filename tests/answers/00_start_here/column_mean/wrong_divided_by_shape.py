# says: both numbers of `X.shape`
def column_mean(X, column):
    return np.sum(X[:, column]) / X.shape
