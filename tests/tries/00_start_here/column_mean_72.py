def column_mean(X, column):
    total = 0
    for i in range(len(X)):
        total = X[i, column]
    return total / len(X)
