# says: stands on its head
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 + e) / (1 - e)
