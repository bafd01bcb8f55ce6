# says: Either the sign is missing, or it came in twice
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    return (1 - e) / (1 + e)
