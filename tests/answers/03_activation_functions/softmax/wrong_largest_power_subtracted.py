# says: The largest power was subtracted from the powers
def softmax(z):
    p = np.exp(z)
    p = p - np.max(p, axis=-1, keepdims=True)
    return p / np.sum(p, axis=-1, keepdims=True)
