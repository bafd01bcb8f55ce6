# says: returned nothing
def sigmoid(z):
    e = np.exp(-np.abs(z))
    np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
