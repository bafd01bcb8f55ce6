# says: The result is rounded
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.round(np.where(np.asarray(z) >= 0, 1, p) / (1 + p), 3)
