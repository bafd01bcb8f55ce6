def weighted_sum(x, w):
    total = 0
    for i, number in enumerate(x):
        total = total + number * w[i]
    return total
