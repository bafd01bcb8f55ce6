# says: Does the function end with a line that starts with `return`?
def node_value(x, w):
    print(np.sum(x * w))
