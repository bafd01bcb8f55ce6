def node_value(x, w):
    return np.sum(x + w)
