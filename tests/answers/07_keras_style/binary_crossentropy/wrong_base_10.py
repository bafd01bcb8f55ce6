# says: base 10
def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return np.mean(-(y * np.log10(p) + (1 - y) * np.log10(1 - p)))
