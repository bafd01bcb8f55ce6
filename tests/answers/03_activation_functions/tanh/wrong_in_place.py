# says: changes the data that it was given
def tanh(z):
    sign = np.sign(z)
    z = np.asarray(z)
    if z.ndim:
        z[:] = np.abs(z)
    e = np.exp(-2 * np.abs(z))
    return sign * (1 - e) / (1 + e)
