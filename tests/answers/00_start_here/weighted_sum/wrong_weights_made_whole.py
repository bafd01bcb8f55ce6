# says: The half is lost
def weighted_sum(x, w):
    return np.sum(x * w.astype(int))
