# says: goes through them one after the other
def node_value(x, w):
    total = 0
    for a, b in x, w:
        total += a * b
    return total
