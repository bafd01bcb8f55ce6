# says: Only the last number is in it
def column_mean(X, column):
    for row in X:
        total = row[column]
    return total / len(X)
