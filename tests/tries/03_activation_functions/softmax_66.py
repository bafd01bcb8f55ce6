def softmax(z):
    return np.exp(z - np.max(z, axis=-1, keepdims=True) / np.sum(np.exp(z), axis=-1, keepdims=True))
