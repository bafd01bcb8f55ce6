def layer_shapes(layer_sizes):
    W, b = [], []
    for n_in, n_out in pairwise(layer_sizes):
        W.append((n_in, n_out))
        b.append((n_out,))
    return W, b
