# says: Only where y is 0 are the slopes divided
def binary_crossentropy_gradient(y, y_hat):
    y_hat = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return -y / y_hat + (1 - y) / (1 - y_hat) / y.size
