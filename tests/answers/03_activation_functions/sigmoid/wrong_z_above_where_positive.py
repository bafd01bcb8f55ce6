# says: Nothing is left of the fraction at 0
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.where(z >= 0, z, p) / (1 + p)
