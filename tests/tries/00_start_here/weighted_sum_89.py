def weighted_sum(x, w):
    return np.sum(np.multiply(x, w))
