def softmax(z):
    z = np.asarray(z).T
    e = np.exp(z - np.max(z, axis=0))
    return (e / np.sum(e, axis=0)).T
