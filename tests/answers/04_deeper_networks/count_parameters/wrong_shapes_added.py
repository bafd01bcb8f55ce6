# says: The numbers in each shape were added.
def count_parameters(layer_sizes):
    total = 0
    for W, b in toolbox.layer_shapes(layer_sizes):
        total += np.sum(W) + np.sum(b)
    return total
