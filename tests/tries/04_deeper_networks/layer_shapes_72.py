def layer_shapes(layer_sizes):
    shapes = []
    for n_in, n_out in pairwise(layer_sizes):
        shapes.append((f"({n_in}, {n_out})", f"({n_out},)"))
    return shapes
