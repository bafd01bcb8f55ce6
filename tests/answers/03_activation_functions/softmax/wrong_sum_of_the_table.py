# says: the whole table sums to 1
def softmax(z):
    p = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return p / np.sum(p)
