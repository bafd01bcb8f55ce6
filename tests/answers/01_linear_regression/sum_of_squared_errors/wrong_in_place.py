# says: changes the data that it was given
def sum_of_squared_errors(y, y_hat):
    y -= y_hat
    return np.sum(y**2)
