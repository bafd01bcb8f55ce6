# says: Both fractions come back
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return 1 / (1 + p), p / (1 + p)
