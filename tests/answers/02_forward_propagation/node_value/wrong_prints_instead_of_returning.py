# says: Which word hands it on
def node_value(x, w):
    print(np.sum(x * w))
