# says: Is there a loop, and does `return` stand inside it
def column_mean(X, column):
    total = 0
    for row in X:
        total = total + row[column]
        return total / len(X)
