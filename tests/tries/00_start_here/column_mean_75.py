def column_mean(X, column):
    total = 0
    for row in X
        total = total + row[column]
    return total / len(X)
