# says: Where does the 2 of the formula stand: before it or in it?
def tanh(z):
    p = np.exp(-np.abs(z)) * 2
    return np.sign(z) * (1 - p) / (1 + p)
