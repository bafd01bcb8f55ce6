# says: That is 1 plus a power
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return (1 + p) / np.where(np.asarray(z) >= 0, 1, p)
