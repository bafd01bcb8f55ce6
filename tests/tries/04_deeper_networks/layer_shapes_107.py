def layer_shapes(layer_sizes):
    for n_in, n_out in pairwise(layer_sizes):
        print(((n_in, n_out), (n_out,)))
