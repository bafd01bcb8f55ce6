def sum_of_squared_errors(y, y_hat):
    r = y - y_hat
    return r @ r
