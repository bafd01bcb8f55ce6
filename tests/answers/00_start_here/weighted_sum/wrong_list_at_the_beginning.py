# says: a list, or a number
def weighted_sum(x, w):
    total = []
    for i in range(len(x)):
        total += x[i] * w[i]
    return total
