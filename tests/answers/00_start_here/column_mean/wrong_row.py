# says: That is the mean of row 1
def column_mean(X, column):
    return np.mean(X[column])
