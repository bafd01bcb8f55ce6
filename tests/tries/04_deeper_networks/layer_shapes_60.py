def layer_shapes(layer_sizes):
    shapes = []
    for n_in, n_out in pairwise(layer_sizes):
        shapes.append((n_in, n_out))
        shapes.append((n_out,))
    return shapes
