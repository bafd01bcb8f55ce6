def softmax(z):
    p = np.exp((z.T - np.max(z, axis=-1)).T)
    return (p.T / np.sum(p, axis=-1)).T
