def binary_crossentropy(y, y_hat):
    p = np.minimum(np.maximum(y_hat, 1e-7), 1 - 1e-7)
    losses = -y * np.log(p) - (1 - y) * np.log(1 - p)
    return np.sum(losses) / len(y)
