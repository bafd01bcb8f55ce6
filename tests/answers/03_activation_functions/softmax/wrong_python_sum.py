# says: each column sums to 1
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / sum(e)
