# says: the upper part of the fraction alone
def tanh(z):
    return np.exp(z) - np.exp(-z)
