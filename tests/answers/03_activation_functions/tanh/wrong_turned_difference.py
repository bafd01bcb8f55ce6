# says: what is subtracted from what
def tanh(z):
    p = np.exp(-2 * np.abs(z))
    return np.sign(z) * (p - 1) / (1 + p)
