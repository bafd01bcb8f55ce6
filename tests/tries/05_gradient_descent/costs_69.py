def sum_of_squared_errors(y, y_hat):
    return np.sum((y_hat - y) ^ 2)

def mean_squared_error(y, y_hat):
    return np.mean((y_hat - y) ^ 2)

def root_mean_squared_error(y, y_hat):
    return np.sqrt(np.mean((y_hat - y) ^ 2))
