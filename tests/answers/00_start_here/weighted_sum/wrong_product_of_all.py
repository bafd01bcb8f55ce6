# says: The products were multiplied
def weighted_sum(x, w):
    return np.prod(x * w)
