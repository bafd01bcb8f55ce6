def column_mean(X, column):
    return sum(X.T[column]) / len(X)
