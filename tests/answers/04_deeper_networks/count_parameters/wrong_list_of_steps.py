# says: How do they become one number?
def count_parameters(layer_sizes):
    return [n_in * n_out + n_out for n_in, n_out in pairwise(layer_sizes)]
