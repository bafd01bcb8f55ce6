def relu(z):
    return np.maximum(0, z)
