import math

def sum_of_squared_errors(y, y_hat):
    return sum((y - y_hat) ** 2)

def mean_squared_error(y, y_hat):
    return sum_of_squared_errors(y, y_hat) / y.size

def root_mean_squared_error(y, y_hat):
    return math.sqrt(mean_squared_error(y, y_hat))
