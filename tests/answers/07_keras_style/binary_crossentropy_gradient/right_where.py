def binary_crossentropy_gradient(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return np.where(y == 1, -1 / p, 1 / (1 - p)) / y.shape[0]
