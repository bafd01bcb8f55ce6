def relu(z):
    return np.maximun(0, z)
