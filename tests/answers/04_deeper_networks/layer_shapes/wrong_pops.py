# says: changes the data that it was given
def layer_shapes(layer_sizes):
    shapes = []
    n_in = layer_sizes.pop(0)
    for n_out in layer_sizes:
        shapes.append(((n_in, n_out), (n_out,)))
        n_in = n_out
    return shapes
