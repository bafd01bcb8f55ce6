def sum_of_squared_errors(y, y_hat):
    y_hat = 10 * y
    return np.sum((y - y_hat) ** 2)

def mean_squared_error(y, y_hat):
    return np.mean((y - y_hat) ** 2)

def root_mean_squared_error(y, y_hat):
    return np.sqrt(np.mean((y - y_hat) ** 2))
