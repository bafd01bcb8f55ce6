# says: Of what is the logarithm taken
def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e7, 1 - 1e7)
    with np.errstate(invalid="ignore"):
        return np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p)))
