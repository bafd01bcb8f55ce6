def layer_shapes(layer_sizes):
    shapes = []
    for k in range(1, len(layer_sizes)):
        shapes.append(((layer_sizes[k - 1], layer_sizes[k]), (layer_sizes[k],)))
    return shapes
