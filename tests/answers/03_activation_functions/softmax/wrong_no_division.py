# says: These do not sum to 1
def softmax(z):
    return np.exp(z - np.max(z, axis=-1, keepdims=True))
