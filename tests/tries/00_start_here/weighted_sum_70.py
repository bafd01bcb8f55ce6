def weighted_sum(x, w):
    return np.prod(x * w)
