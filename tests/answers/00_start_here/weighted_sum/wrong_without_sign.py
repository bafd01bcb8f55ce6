# says: The minus sign of the sum is lost
def weighted_sum(x, w):
    return abs(np.sum(x * w))
