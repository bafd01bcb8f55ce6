# says: here z is one single number
def sigmoid(z):
    p = np.exp(-np.abs(z))
    z[z >= 0] = 1 / (1 + p)
    return z
