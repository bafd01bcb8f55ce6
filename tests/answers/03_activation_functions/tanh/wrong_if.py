# says: `if` decides about one number only
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    if z >= 0:
        return (1 - e) / (1 + e)
    return -(1 - e) / (1 + e)
