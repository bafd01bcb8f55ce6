def sigmoid(z):
    p = np.exp(-np.abs(z))
    s = 1 / (1 + p)
    return np.where(z < 0, 1 - s, s)
