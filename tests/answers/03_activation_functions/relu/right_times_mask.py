def relu(z):
    z = np.asarray(z)
    return z * (z > 0)
