def layer_shapes(layer_sizes):
    return list(((a, b), (b,)) for a, b in zip(layer_sizes, layer_sizes[1:]))
