# says: Of what is the logarithm taken
def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return np.mean(-(p * np.log(y) + (1 - p) * np.log(1 - y)))
