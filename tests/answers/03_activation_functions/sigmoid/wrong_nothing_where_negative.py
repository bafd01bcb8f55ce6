# says: Nothing is left of the fraction at -1
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, 0) / (1 + p)
