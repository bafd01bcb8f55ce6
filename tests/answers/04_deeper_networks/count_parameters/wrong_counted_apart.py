# says: Weights and biases are counted apart
def count_parameters(layer_sizes):
    weights = sum(n_in * n_out for n_in, n_out in pairwise(layer_sizes))
    return weights, sum(layer_sizes[1:])
