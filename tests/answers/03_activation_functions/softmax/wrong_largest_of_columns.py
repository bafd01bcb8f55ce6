# says: The largest number of each column was subtracted
def softmax(z):
    p = np.exp(z - np.max(z, axis=0))
    return p / np.sum(p, axis=-1, keepdims=True)
