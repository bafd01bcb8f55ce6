# says: The sum was divided by 4.
def column_mean(X, column):
    return np.sum(X[:, column]) / (len(X) - 1)
