# says: The half is lost
def weighted_sum(x, w):
    return int(np.sum(x * w))
