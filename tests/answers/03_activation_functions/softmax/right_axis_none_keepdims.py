def softmax(z):
    largest = np.max(z, axis=-1)[..., None]
    e = np.exp(z - largest)
    return e / e.sum(axis=-1)[..., None]
