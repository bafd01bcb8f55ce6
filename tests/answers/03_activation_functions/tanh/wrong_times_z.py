# says: Each result is multiplied by z itself
def tanh(z):
    p = np.exp(-2 * np.abs(z))
    return z * (1 - p) / (1 + p)
