def weighted_sum(x, w):
    total = 0
    for i in range(1, len(x)):
        total += x[i] * w[i]
    return total
