# says: Does your function work for any table?
def column_mean(X, column):
    return np.sum(X[:, column]) / 5
