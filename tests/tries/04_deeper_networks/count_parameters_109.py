def count_parameters(layer_sizes):
    total = 0
    for pair in toolbox.layer_shapes(layer_sizes):
        total += np.prod(pair)
    return total
