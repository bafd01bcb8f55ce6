def count_parameters(layer_sizes):
    return sum(pairwise(layer_sizes))
