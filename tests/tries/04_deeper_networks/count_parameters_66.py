def count_parameters(layer_sizes):
    counts = []
    for n_in, n_out in pairwise(layer_sizes):
        counts.append(n_in * n_out + n_out)
    return counts
