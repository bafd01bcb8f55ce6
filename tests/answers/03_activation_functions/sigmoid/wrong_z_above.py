# says: z, a sign or the power
def sigmoid(z):
    p = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, z) / (1 + p)
