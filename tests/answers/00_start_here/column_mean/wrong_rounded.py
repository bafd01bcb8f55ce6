# says: Which step cuts or rounds them
def column_mean(X, column):
    return round(np.mean(X[:, column]), 2)
