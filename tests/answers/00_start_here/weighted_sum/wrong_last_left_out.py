# says: The last product is missing.
def weighted_sum(x, w):
    return np.sum(x[:-1] * w[:-1])
