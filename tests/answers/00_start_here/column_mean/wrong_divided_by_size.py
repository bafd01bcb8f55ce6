# says: Which of the two
def column_mean(X, column):
    return np.sum(X[:, column]) / X.size
