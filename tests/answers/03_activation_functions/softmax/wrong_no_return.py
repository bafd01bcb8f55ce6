# says: returned nothing
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    e = e / np.sum(e, axis=-1, keepdims=True)
