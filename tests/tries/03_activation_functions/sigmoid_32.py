def sigmoid(z):
    p = math.exp(-abs(z))
    return np.where(z >= 0, 1, p) / (1 + p)
