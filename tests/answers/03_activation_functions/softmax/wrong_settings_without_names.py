# says: by their names
def softmax(z):
    e = np.exp(z - np.max(z, -1, True))
    return e / np.sum(e, -1, True)
