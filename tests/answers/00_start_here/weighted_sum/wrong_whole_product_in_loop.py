# says: at each turn of the loop
def weighted_sum(x, w):
    total = 0
    for i in range(len(x)):
        total = total + x * w
    return total
