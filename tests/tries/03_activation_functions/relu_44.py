def relu(z):
    return np.minimum(0, z)
