# says: a list, or a number
def node_value(x, w):
    total = []
    for i in range(len(x)):
        total += x[i] * w[i]
    return total
