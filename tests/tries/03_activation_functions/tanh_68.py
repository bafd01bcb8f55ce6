def tanh(z):
    p = np.exp(...)
    return np.sign(z) * (1 - p) / (1 + p)
