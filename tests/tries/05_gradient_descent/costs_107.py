def sum_of_squared_errors(y, y_hat):
    total = 0
    for i in range(len(y)):
        total += y[i] - y_hat[i]
    return total ** 2

def mean_squared_error(y, y_hat):
    return sum_of_squared_errors(y, y_hat) / len(y)

def root_mean_squared_error(y, y_hat):
    return mean_squared_error(y, y_hat) ** 0.5
