def sigmoid(z):
    p = e ** -np.abs(z)
    return np.where(z >= 0, 1, p) / (1 + p)
