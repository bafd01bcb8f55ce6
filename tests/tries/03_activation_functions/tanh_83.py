def tanh(z):
    p = np.exp(-np.abs(z))
    return np.sign(z) * (1 - p ** 2) / (1 + p * p)
