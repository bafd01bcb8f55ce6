# says: Does your function use all inputs, however many there are?
def node_value(x, w):
    return x[0] * w[0] + x[-1] * w[-1]
