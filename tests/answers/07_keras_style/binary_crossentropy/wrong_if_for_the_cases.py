# says: asks once, but `y` holds 4 numbers
def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    if y == 1:
        return np.mean(-np.log(p))
    return np.mean(-np.log(1 - p))
