def count_parameters(layer_sizes):
    return np.prod(layer_sizes) + sum(layer_sizes[1:])
