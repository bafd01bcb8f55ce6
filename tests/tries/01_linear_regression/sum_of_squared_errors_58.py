def sum_of_squared_errors(y, y_hat):
    for i in range(len(y)):
        total = 0
        total += (y[i] - y_hat[i]) ** 2
    return total
