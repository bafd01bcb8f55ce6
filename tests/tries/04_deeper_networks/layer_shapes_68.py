def layer_shapes(layer_sizes):
    shapes = []
    for i in range(1, len(layer_sizes) - 1):
        shapes.append(((layer_sizes[i - 1], layer_sizes[i]), (layer_sizes[i],)))
    return shapes
