def tanh(z):
    p = np.exp(-2 * |z|)
    return np.sign(z) * (1 - p) / (1 + p)
