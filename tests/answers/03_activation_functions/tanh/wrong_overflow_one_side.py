# says: runs into an overflow
def tanh(z):
    e = np.exp(-2 * z)
    return (1 - e) / (1 + e)
