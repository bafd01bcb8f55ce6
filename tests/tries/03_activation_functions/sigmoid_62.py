def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.where(condition, 1, p) / (1 + p)
