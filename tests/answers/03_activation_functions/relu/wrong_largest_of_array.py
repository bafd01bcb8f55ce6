# says: should be an array of shape (4,)
def relu(z):
    return max(0, np.max(z))
