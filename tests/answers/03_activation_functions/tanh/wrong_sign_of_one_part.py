# says: For -1 the power has dropped out
def tanh(z):
    p = np.exp(-2 * np.abs(z))
    return (np.sign(z) - p) / (1 + p)
