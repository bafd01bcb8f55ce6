# says: how many numbers the shapes consist of
def count_parameters(layer_sizes):
    total = 0
    for W, b in toolbox.layer_shapes(layer_sizes):
        total = total + len(W) + len(b)
    return total
