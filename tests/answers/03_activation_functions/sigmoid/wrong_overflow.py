# says: runs into an overflow
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
