# says: because of log(0)
def binary_crossentropy(y, y_hat):
    p = y_hat
    return np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p)))
