# says: Which pair is the first one that differs?
def layer_shapes(layer_sizes):
    n_in, n_hidden, n_out = layer_sizes[0], layer_sizes[1], layer_sizes[-1]
    return [((n_in, n_hidden), (n_hidden,)), ((n_hidden, n_out), (n_out,))]
