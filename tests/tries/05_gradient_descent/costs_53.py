def sum_of_squared_errors(y, y_hat):
    total = 0
    for i in range(len(y)):
        total += (y[i] - y_hat[i]) ** 2
    return total

def mean_squared_error(y, y_hat):
    total = 0
    for a, b in zip(y, y_hat):
        total += (a - b) ** 2
    return total / len(y)

def root_mean_squared_error(y, y_hat):
    return mean_squared_error(y, y_hat) ** (1 / 2)
