def sum_of_squared_errors(y, y_hat):
    errors = y - y_hat
    return errors @ errors

def mean_squared_error(y, y_hat):
    return sum_of_squared_errors(y, y_hat) / len(y)

def root_mean_squared_error(y, y_hat):
    return mean_squared_error(y, y_hat) ** 0.5
