# says: expected 3
def weighted_sum(x, w):
    return np.sum(np.abs(x * w))
