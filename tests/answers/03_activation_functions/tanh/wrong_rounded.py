# says: The result is rounded
def tanh(z):
    p = np.exp(-2 * np.abs(z))
    return np.round(np.sign(z) * (1 - p) / (1 + p), 4)
