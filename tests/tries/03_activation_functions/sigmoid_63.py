def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + p), p / 1 + p)
