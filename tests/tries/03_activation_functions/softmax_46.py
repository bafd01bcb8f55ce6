def softmax(z):
    shifted = z - np.max(z, axis=-1, keepdims=True)
    return shifted / np.sum(shifted, axis=-1, keepdims=True)
