# says: should have shape (4,), but has shape
def relu(z):
    if np.shape(z) == ():
        return max(z, 0)
    return z[z >= 0]
