# says: Each number was divided by itself alone
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e
