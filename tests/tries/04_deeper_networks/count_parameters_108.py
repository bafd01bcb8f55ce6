def count_parameters(layer_sizes):
    total = 0
    for W, b in toolbox.layer_shapes(layer_sizes):
        total += len(W) + len(b)
    return total
