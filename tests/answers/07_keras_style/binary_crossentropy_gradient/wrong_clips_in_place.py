# says: changes the data
def binary_crossentropy_gradient(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7, out=y_hat)
    return (p - y) / (p * (1 - p)) / y.size
