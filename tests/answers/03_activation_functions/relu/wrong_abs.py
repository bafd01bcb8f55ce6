# says: just as it was for +3
def relu(z):
    return np.abs(z)
