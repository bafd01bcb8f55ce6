def node_value(x, w):
    total = 1
    for i in range(len(x)):
        total += x[i] * w[i]
    return total
