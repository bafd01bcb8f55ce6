def column_mean(X, column):
    for i in range(len(X)):
        total += X[i, column]
    return total / len(X)
