# says: With a condition alone, `np.where` looks for places
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.where(z >= 0) / (1 + p)
