# says: Which word hands it on
def node_value(x, w):
    total = np.sum(x * w)
