# says: and is its result kept?
def binary_crossentropy_gradient(y, y_hat):
    np.clip(y_hat, 1e-7, 1 - 1e-7)
    p = y_hat
    return (p - y) / (p * (1 - p)) / y.size
