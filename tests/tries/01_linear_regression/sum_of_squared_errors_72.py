def sum_of_squared_errors(y, y_hat):
    errors = []
    for i in range(len(y)):
        errors.append((y[i] - y_hat[i]) ** 2)
    return errors
