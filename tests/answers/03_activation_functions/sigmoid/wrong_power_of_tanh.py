# says: That belongs to 2 or to -2
def sigmoid(z):
    p = np.exp(-2 * np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, p) / (1 + p)
