# says: That is the safe power alone
def sigmoid(z):
    return np.exp(-np.abs(z))
