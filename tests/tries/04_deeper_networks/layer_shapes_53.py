def layer_shapes(layer_sizes):
    return [(pair, pair[1:]) for pair in pairwise(layer_sizes)]
