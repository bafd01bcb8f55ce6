def sum_of_squared_errors(y, y_hat):
    return (y - y_hat) @ (y - y_hat)


def mean_squared_error(y, y_hat):
    return ((y - y_hat) ** 2).mean()


def root_mean_squared_error(y, y_hat):
    return np.linalg.norm(y - y_hat) / np.sqrt(y.size)
