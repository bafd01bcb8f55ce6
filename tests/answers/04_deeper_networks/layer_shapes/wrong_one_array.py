# says: What can hold pairs of shapes
def layer_shapes(layer_sizes):
    shapes = np.array([])
    for n_in, n_out in pairwise(layer_sizes):
        shapes = np.append(shapes, [n_in, n_out, n_out])
    return shapes
