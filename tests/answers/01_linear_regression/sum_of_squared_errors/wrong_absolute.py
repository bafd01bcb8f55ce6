# says: lost their sign
def sum_of_squared_errors(y, y_hat):
    return np.sum(np.abs(y - y_hat))
