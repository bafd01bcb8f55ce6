# says: Every input met every weight
def node_value(x, w):
    return x * sum(w)
