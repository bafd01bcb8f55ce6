# says: changes the data that it was given
def relu(z):
    if np.shape(z) == ():
        return max(z, 0)
    z[z < 0] = 0
    return z
