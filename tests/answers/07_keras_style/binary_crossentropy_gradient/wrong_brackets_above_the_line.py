# says: does the part above the line need
def binary_crossentropy_gradient(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return p - y / (p * (1 - p)) / y.size
