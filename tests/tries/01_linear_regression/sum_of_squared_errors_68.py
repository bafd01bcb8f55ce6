def sum_of_squared_errors(y, y_hat):
    return sum(square(y - y_hat))
