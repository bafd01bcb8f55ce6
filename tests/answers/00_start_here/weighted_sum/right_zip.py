def weighted_sum(x, w):
    return sum(number * weight for number, weight in zip(x, w))
