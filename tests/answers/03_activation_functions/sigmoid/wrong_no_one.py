# says: e to the power of z alone
def sigmoid(z):
    return 1 / np.exp(-z)
