def node_value(x, w):
    return sum(x * w)
