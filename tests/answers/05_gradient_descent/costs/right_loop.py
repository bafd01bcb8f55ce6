def sum_of_squared_errors(y, y_hat):
    total = 0.0
    for observed, predicted in zip(y, y_hat, strict=True):
        total += (predicted - observed) ** 2
    return total


def mean_squared_error(y, y_hat):
    return sum_of_squared_errors(y, y_hat) / len(y)


def root_mean_squared_error(y, y_hat):
    return np.sqrt(mean_squared_error(y, y_hat))
