# says: Is there a loop, and does `return` stand inside it
def sum_of_squared_errors(y, y_hat):
    sse = 0
    for i in range(len(y)):
        sse = sse + (y[i] - y_hat[i]) ** 2
        return sse
