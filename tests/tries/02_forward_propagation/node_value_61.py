def node_value(x, w):
    total = 0
    for i in range(len(x) - 1):
        total += x[i] * w[i]
    return total
