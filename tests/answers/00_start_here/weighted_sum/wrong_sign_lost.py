# says: A minus sign is lost.
def weighted_sum(x, w):
    return np.sum(np.abs(x * w))
