# says: That is the last product alone
def node_value(x, w):
    for i in range(len(x)):
        total = x[i] * w[i]
    return total
