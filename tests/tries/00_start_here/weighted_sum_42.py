def weighted_sum(x, w):
    return np.sum(x) * np.sum(w)
