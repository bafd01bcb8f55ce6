def softmax(z):
    largest = np.max(z, axis=-1, keepdims=True)
    e = np.exp(z) - np.exp(largest)
    return e / np.sum(e, axis=-1, keepdims=True)
