# says: That is sigmoid of -1
def sigmoid(z):
    return 1 / (1 + np.exp(z))
