def sum_of_squared_errors(y, y_hat):
    return np.sum(np.square(y - y_hat))
