def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return float(np.mean(np.where(y == 1, -np.log(p), -np.log(1 - p))))
