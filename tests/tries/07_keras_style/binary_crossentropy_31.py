def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return np.mean(-(y * np.ln(p) + (1 - y) * np.ln(1 - p)))
