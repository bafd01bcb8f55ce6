# says: A negative number became 1
def relu(z):
    return np.maximum(1, z)
