def column_mean(X, column):
    for row in range(X):
        total = total + X[row, column]
    return total / len(X)
