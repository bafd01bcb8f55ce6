def count_parameters(layer_sizes):
    return len(layer_shapes(layer_sizes))
