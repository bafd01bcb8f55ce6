# says: The number of rows was divided by the sum.
def sum_of_squared_errors(y, y_hat):
    return np.sum((y - y_hat) ** 2)

def mean_squared_error(y, y_hat):
    return len(y) / sum_of_squared_errors(y, y_hat)

def root_mean_squared_error(y, y_hat):
    return np.sqrt(mean_squared_error(y, y_hat))
