# says: was added to each weight
def node_value(x, w):
    return sum(x, w)
