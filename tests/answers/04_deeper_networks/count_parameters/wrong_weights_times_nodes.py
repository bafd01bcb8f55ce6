# says: The weights are counted several times
def count_parameters(layer_sizes):
    return sum(n_in * n_out * n_out for n_in, n_out in pairwise(layer_sizes))
