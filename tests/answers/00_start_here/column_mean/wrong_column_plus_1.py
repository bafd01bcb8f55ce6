# says: Which of the two
def column_mean(X, column):
    return np.mean(X[:, column + 1])
