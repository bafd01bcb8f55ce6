def sum_of_squared_errors(y, y_hat):
    residuals = y - y_hat
    return np.sum(residuals * residuals)
