def weighted_sum(x, w):
    return sum(a * b for a, b in zip(x, w))
