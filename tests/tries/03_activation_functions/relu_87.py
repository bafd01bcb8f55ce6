def relu(z):
    return np.clip(z, 0, None)
