def relu(z):
    return np.abs(z)
