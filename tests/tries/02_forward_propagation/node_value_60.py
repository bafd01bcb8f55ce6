def node_value(x, w):
    return x * w
    np.sum(x * w)
