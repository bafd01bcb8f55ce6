# says: Which part must be in brackets?
def sum_of_squared_errors(y, y_hat):
    return y - y_hat**2
