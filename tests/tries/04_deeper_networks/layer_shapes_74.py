def layer_shapes(layer_sizes):
    return list(pairwise(layer_sizes))
