# says: how many rows there are
def column_mean(X, column):
    total = 0
    for row in X:
        total = total + row[column]
    return total / 5
