# says: `if` decides about one number only
def sigmoid(z):
    e = np.exp(-np.abs(z))
    if z >= 0:
        return 1 / (1 + e)
    return e / (1 + e)
