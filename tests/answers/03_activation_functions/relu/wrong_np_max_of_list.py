# says: cannot stand in one list
def relu(z):
    return np.max([0, z])
