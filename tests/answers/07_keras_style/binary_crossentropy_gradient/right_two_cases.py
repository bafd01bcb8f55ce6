def binary_crossentropy_gradient(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return (-y / p + (1 - y) / (1 - p)) / len(y)
