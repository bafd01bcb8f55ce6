# says: That is tanh of one half
def tanh(z):
    e = np.exp(-np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)
