# says: divided by the sum of the weights
def weighted_sum(x, w):
    return np.sum(x * w) / np.sum(w)
