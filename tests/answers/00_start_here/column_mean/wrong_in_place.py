# says: expected 6
def column_mean(X, column):
    X[:, column] = X[:, column] / len(X)
    return X[:, column].sum()
