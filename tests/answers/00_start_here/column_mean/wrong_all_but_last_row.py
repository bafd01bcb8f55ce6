# says: Work it out by hand
def column_mean(X, column):
    return np.mean(X[:-1, column])
