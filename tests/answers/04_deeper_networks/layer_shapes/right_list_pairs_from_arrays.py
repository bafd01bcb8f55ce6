def layer_shapes(layer_sizes):
    shapes = []
    for n_in, n_out in zip(layer_sizes, layer_sizes[1:]):
        shapes.append([np.zeros((n_in, n_out)).shape, np.zeros(n_out).shape])
    return shapes
