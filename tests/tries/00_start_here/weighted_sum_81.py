def weighted_sum(x, w):
    return x @ w
