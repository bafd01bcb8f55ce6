def sum_of_squared_errors(y, y_hat):
    residual = y - y_hat
    return (residual ** 2).sum
