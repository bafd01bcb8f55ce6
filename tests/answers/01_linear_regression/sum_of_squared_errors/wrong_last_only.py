# says: That is the last square alone
def sum_of_squared_errors(y, y_hat):
    for i in range(len(y)):
        sse = (y[i] - y_hat[i]) ** 2
    return sse
