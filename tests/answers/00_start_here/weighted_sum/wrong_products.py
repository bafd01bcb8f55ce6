# says: What is still missing?
def weighted_sum(x, w):
    return x * w
