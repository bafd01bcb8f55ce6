# says: returned nothing (None)
def sum_of_squared_errors(y, y_hat):
    sse = np.sum((y - y_hat) ** 2)
