# says: compared with another number than 0?
def relu(z):
    return np.where(z > 1, z, 0)
