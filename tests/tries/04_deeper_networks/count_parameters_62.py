def count_parameters(layer_sizes):
    n_in, n_out = layer_sizes
    return n_in * n_out + n_out
