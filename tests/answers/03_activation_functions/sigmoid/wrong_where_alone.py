# says: upper part of the fraction alone
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, p)
