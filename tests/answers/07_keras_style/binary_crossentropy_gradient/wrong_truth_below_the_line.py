# says: though no prediction is 0 or 1
def binary_crossentropy_gradient(y, y_hat):
    y_hat = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return (y_hat - y) / (y * (1 - y)) / y.size
