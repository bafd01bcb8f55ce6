def layer_shapes(layer_sizes):
    shapes = []
    for n_in, n_out in pairwise(layer_sizes):
        shapes.append((np.zeros((n_in, n_out)), np.zeros(n_out)))
    return shapes
