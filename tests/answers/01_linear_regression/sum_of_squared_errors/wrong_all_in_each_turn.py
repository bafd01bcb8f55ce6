# says: at each turn of a loop
def sum_of_squared_errors(y, y_hat):
    return sum((y - y_hat) ** 2 for i in y)
