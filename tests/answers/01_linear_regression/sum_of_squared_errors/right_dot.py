def sum_of_squared_errors(y, y_hat):
    error = y_hat - y
    return error @ error
