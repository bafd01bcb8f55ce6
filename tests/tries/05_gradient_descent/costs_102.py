def sum_of_squared_errors(y, y_hat):
    return round(np.sum((y - y_hat) ** 2), 2)

def mean_squared_error(y, y_hat):
    return round(np.mean((y - y_hat) ** 2), 2)

def root_mean_squared_error(y, y_hat):
    return round(np.sqrt(np.mean((y - y_hat) ** 2)), 2)
