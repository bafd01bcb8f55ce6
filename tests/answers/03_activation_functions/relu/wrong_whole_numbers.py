# says: Is it rounded somewhere
def relu(z):
    return np.maximum(0, z).astype(int)
