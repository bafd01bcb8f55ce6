# says: sums on the way
def weighted_sum(x, w):
    return np.cumsum(x * w)
