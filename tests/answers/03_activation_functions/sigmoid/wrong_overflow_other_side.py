# says: runs into an overflow
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
