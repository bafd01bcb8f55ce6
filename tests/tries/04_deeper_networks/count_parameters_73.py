def count_parameters(layer_sizes):
    return sum(layer_sizes)
