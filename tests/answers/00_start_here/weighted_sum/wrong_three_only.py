# says: Only the first three products are in it.
def weighted_sum(x, w):
    return x[0] * w[0] + x[1] * w[1] + x[2] * w[2]
