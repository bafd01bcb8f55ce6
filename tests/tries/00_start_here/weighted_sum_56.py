def weighted_sum(x, w):
    for i in range(len(x)):
        total = x[i] * w[i]
    return total
