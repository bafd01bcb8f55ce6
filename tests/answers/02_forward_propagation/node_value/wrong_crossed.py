# says: By what should each input be multiplied?
def node_value(x, w):
    return x[0] * w[1] + x[1] * w[0]
