# says: By what should each input be multiplied?
def node_value(x, w):
    return np.sum(x + w)
