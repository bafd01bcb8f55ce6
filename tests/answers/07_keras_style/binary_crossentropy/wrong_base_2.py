# says: base 2
def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return np.mean(-(y * np.log2(p) + (1 - y) * np.log2(1 - p)))
