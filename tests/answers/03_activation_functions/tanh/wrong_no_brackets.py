# says: The power has dropped out of this result
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e / 1 + e)
