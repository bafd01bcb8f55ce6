def weighted_sum(x, w):
    i = 0
    total = 0
    while i < len(x):
        total += x[i] * w[i]
        i += 1
    return total
