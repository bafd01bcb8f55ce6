def count_parameters(layer_sizes):
    total = 0
    for n_in, n_out in pairwise(layer_sizes):
        total += n_in * n_out
    return total
