# says: That is sigmoid of +1
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return 1 / (1 + e)
