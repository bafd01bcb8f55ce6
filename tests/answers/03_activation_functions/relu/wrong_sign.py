# says: It looks like 1 for every positive number.
def relu(z):
    return np.maximum(0, np.sign(z))
