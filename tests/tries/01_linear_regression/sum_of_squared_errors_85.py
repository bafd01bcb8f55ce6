def sum_of_squared_errors(y, y_hat):
    return sum((a - b) ** 2 for a, b in zip(y, y_hat))
