# says: With which number does relu compare each sum?
def relu(z):
    return np.maximum(4, z)
