# says: returned nothing (None)
def column_mean(X, column):
    np.mean(X[:, column])
