def relu(z):
    return np.where(z > 1, z, 0)
