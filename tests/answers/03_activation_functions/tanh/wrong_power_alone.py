# says: That is the power alone
def tanh(z):
    return np.exp(-2 * np.abs(z))
