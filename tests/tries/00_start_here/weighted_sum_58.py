def weighted_sum(x, w):
    return np.sum(np.array(x, w))
