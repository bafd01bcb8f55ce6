# says: between 0 and 1, a sigmoid
def tanh(z):
    return 1 / (1 + np.exp(-z))
