# says: Are both parts of the fraction in brackets
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e / 1 + e)
