# says: What has to happen before that
def column_mean(X, column):
    return X[:, column] / 5
