# says: That is the square of the first error alone.
def sum_of_squared_errors(y, y_hat):
    total = 0
    for i in range(len(y)):
        total += (y_hat[i] - y[i]) ** 2
        return total


def mean_squared_error(y, y_hat):
    return np.mean((y_hat - y) ** 2)


def root_mean_squared_error(y, y_hat):
    return np.sqrt(np.mean((y_hat - y) ** 2))
