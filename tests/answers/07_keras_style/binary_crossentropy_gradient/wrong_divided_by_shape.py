# says: The two numbers of a shape met each slope
def binary_crossentropy_gradient(y, y_hat):
    y_hat = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return (y_hat - y) / (y_hat * (1 - y_hat)) / y.shape
