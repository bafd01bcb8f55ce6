# says: Where do the inputs come in?
def node_value(x, w):
    return np.sum(w)
