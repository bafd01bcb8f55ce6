# says: There should be 2 pairs in it
def layer_shapes(layer_sizes):
    shapes = []
    for k in range(len(layer_sizes)):
        n_in, n_out = layer_sizes[k - 1], layer_sizes[k]
        shapes.append(((n_in, n_out), (n_out,)))
    return shapes
