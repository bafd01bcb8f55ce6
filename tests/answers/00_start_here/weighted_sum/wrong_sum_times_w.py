# says: Every weight met the sum
def weighted_sum(x, w):
    total = 0
    for number in x:
        total = total + number * w
    return total
