# says: and is its result kept?
def binary_crossentropy(y, y_hat):
    np.clip(y_hat, 1e-7, 1 - 1e-7)
    p = y_hat
    return np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p)))
