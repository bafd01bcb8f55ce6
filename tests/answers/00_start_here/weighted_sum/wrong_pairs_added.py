# says: You added them in pairs
def weighted_sum(x, w):
    return x + w
