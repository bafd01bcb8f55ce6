# says: That is the root of the mean
def sum_of_squared_errors(y, y_hat):
    return np.sqrt(np.mean((y - y_hat) ** 2))
