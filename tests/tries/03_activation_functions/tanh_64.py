def tanh(z):
    p = np.exp(-np.abs(z)) * 2
    return np.sign(z) * (1 - p) / (1 + p)
