# says: e has endlessly many digits
def tanh(z):
    p = 2.718 ** (-2 * np.abs(z))
    return np.sign(z) * (1 - p) / (1 + p)
