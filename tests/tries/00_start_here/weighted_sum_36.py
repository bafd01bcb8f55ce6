def weightedsum(x, w):
    return np.sum(x * w)
