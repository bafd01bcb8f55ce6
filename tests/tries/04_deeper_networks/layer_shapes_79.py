def layer_shapes(layer_sizes):
    shapes = []
    for n_in, n_out in pairwise(layer_sizes):
        W = np.zeros(n_in, n_out)
        b = np.zeros(n_out)
        shapes.append((W.shape, b.shape))
    return shapes
