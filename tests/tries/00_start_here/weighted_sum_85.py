def weighted_sum(x, w):
    return sum(x * w)
