# says: divided by the sum of the numbers that came in
def softmax(z):
    p = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return p / np.sum(z, axis=-1, keepdims=True)
