# says: `np.where` takes three things
def relu(z):
    return np.where(np.asarray(z) > 0, z)
