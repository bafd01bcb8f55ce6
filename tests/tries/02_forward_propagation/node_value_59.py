def node_value(x, w):
    if len(x) == 2:
        return x[0] * w[0] + x[1] * w[1]
