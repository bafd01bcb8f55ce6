def layer_shapes(layer_sizes):
    shapes = []
    for n_in in layer_sizes:
        for n_out in layer_sizes:
            shapes.append(((n_in, n_out), (n_out,)))
    return shapes
