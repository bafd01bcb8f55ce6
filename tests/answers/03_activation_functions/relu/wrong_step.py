# says: It looks like 1 for every positive number.
def relu(z):
    return np.where(np.asarray(z) > 0, 1, 0)
