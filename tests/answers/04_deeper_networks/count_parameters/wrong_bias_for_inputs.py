# says: The nodes of the input layer have a bias here
def count_parameters(layer_sizes):
    total = layer_sizes[0]
    for n_in, n_out in pairwise(layer_sizes):
        total = total + n_in * n_out + n_out
    return total
