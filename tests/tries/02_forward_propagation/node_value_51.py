def node_value(x, w):
    return node_value(x, w)
