# says: z, a sign or the power
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, -1) / (1 + e)
