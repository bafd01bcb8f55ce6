# says: meet its own number of `w`
def node_value(x, w):
    return x[0] * w[0] + w[1] * w[1]
