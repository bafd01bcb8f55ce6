# says: That is twice the number
def relu(z):
    return z + np.abs(z)
