# says: expected 69
def sum_of_squared_errors(y, y_hat):
    return 0
