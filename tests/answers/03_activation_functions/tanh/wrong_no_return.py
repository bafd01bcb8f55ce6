# says: returned nothing
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    np.sign(z) * (1 - e) / (1 + e)
