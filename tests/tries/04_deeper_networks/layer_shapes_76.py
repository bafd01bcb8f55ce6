def layer_shapes(layer_sizes):
    shapes = [((layer_sizes[0],), ())]
    for n_in, n_out in pairwise(layer_sizes):
        shapes.append(((n_in, n_out), (n_out,)))
    return shapes
