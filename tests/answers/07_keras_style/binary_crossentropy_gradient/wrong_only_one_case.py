# says: Every row counts as if it had said yes, uphill
def binary_crossentropy_gradient(y, y_hat):
    y_hat = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return 1 / y_hat / y.size
