def weighted_sum(x, w):
    total = 0
    for a, b in x, w:
        total += a * b
    return total
