# says: Every input met every weight
def node_value(x, w):
    total = 0
    for number in x:
        total += number * w
    return total
