# says: the whole table sums to 1
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
