# says: Did you add the weights instead of multiplying by them?
def node_value(x, w):
    return np.sum(x + w)
