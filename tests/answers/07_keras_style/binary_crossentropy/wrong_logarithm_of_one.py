# says: the logarithm is of 1 alone
def binary_crossentropy(y, y_hat):
    y_hat = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(y_hat) + (1 - y) * (np.log(1) - y_hat))
