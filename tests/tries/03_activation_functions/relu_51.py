def relu(z):
    return np.maximum(4, z)
