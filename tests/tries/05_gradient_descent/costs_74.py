def sum_of_squared_errors(y, y_hat):
    total = 0
    for i in range(len(y)):
        total += (y[i] - y_hat[i]) ** 2
        return total

def mean_squared_error(y, y_hat):
    return sum_of_squared_errors(y, y_hat) / len(y)

def root_mean_squared_error(y, y_hat):
    return np.sqrt(mean_squared_error(y, y_hat))
