# says: The sum was divided by the number of customers twice.
def column_mean(X, column):
    return np.mean(X[:, column]) / len(X)
