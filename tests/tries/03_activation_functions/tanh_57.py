def tanh(z):
    p = np.exp(-2 * np.abs(z))
    return (1 - p) / (1 + p) + np.sign(z)
