def tanh(z):
    p = np.expm1(-2 * np.abs(z))
    return -np.sign(z) * p / (p + 2)
