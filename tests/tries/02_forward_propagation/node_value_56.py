def node_value(x, w):
    return x_0 * w_0 + x_1 * w_1
