# says: The array came back as it was
def relu(z):
    if np.any(z > 0):
        return z
    return 0
