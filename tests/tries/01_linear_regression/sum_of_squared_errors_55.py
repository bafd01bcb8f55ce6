def sum_of_squared_errors(y, y_hat):
    return (y[0] - y_hat[0]) ** 2 + (y[1] - y_hat[1]) ** 2
