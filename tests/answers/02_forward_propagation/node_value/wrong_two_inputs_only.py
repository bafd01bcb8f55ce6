# says: Only the first two inputs
def node_value(x, w):
    return x[0] * w[0] + x[1] * w[1]
