# says: The last size has no neighbour
def layer_shapes(layer_sizes):
    shapes = []
    for i in range(len(layer_sizes)):
        shapes.append(((layer_sizes[i], layer_sizes[i + 1]), (layer_sizes[i + 1],)))
    return shapes
