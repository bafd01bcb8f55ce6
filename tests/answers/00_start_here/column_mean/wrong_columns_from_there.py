# says: takes everything from `column` on
def column_mean(X, column):
    return np.mean(X[:, column:])
