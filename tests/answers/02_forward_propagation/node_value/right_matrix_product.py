def node_value(x, w):
    return x @ w
