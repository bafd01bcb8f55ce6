# says: go through both together
def node_value(x, w):
    total = 0
    for a, b in x, w:
        total += a * b
    return total
