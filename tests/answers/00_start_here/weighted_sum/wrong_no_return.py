# says: returned nothing (None)
def weighted_sum(x, w):
    total = np.sum(x * w)
