def column_mean(X, column):
    values = [row[column] for row in X]
    return sum(values) / len(values)
