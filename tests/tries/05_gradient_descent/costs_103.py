def sum_of_squared_errors(y, y_hat):
    return np.sum(np.abs(y - y_hat))

def mean_squared_error(y, y_hat):
    return np.mean(np.abs(y - y_hat))

def root_mean_squared_error(y, y_hat):
    return np.sqrt(np.mean(np.abs(y - y_hat)))
