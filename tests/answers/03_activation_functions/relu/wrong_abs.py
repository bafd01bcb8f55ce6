# says: without its minus sign
def relu(z):
    return np.abs(z)
