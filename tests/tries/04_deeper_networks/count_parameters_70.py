def count_parameters(layer_sizes):
    total = 0
    for W, b in toolbox.layer_shapes(layer_sizes):
        total += W[0] * W[1] + b
    return total
