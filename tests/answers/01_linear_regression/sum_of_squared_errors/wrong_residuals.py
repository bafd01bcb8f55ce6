# says: These are the residuals
def sum_of_squared_errors(y, y_hat):
    return y - y_hat
