# says: These are the numbers of each layer
def count_parameters(layer_sizes):
    return [n_in * n_out + n_out for n_in, n_out in pairwise(layer_sizes)]
