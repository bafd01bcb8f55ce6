def column_mean(X, column):
    numbers = [row[column] for row in X]
    return sum(numbers) / len(numbers)
