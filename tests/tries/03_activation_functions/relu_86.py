def relu(z):
    return z - np.minimum(0, z)
