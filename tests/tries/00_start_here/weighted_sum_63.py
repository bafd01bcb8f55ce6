def weighted_sum(x, w):
    total = 0
    for x in w:
        total += x * w
    return total
