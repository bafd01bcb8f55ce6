def count_parameters(layer_sizes):
    w = 0
    b = 0
    for n_in, n_out in pairwise(layer_sizes):
        w += n_in * n_out
        b += n_out
    return w, b
