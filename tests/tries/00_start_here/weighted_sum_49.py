def weighted_sum(x, w):
    return np.mean(x * w)
