# says: Every number met every weight
def weighted_sum(x, w):
    total = 0
    for i in x:
        for j in w:
            total = total + i * j
    return total
