# says: changes the data that it was given
def node_value(x, w):
    x *= w
    return np.sum(x)
