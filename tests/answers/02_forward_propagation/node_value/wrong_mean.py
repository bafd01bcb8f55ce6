# says: Did you add up, or take the mean?
def node_value(x, w):
    return np.mean(x * w)
