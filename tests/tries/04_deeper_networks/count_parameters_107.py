def count_parameters(layer_sizes):
    weights = 0
    biases = 0
    for n_in, n_out in pairwise(layer_sizes):
        weights = n_in * n_out
        biases = n_out
    return weights + biases
