def sum_of_squared_errors(y, y_hat):
    return np.sum((y + y_hat) ** 2)
