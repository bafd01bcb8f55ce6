def softmax(z):
    z = np.asarray(z)
    if z.ndim == 1:
        p = np.exp(z - np.max(z))
        return p / np.sum(p)
    return np.array([softmax(row) for row in z])
