def layer_shapes(layer_sizes):
    for n_in, n_out in pairwise(layer_sizes):
        shapes = []
        shapes.append(((n_in, n_out), (n_out,)))
    return shapes
