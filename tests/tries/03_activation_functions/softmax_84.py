def softmax(z):
    m = np.max(z, axis=-1)
    p = np.exp(z - m[..., np.newaxis])
    return p / np.sum(p, axis=-1)[..., np.newaxis]
