def tanh(z):
    size = np.abs(z)
    p = np.exp(-2 * size)
    upper = 1 - p
    lower = 1 + p
    return upper / lower * np.sign(z)
