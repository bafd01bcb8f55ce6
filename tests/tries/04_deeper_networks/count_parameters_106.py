def count_parameters(layer_sizes):
    total = 0
    for W, b in toolbox.layer_shapes:
        total += W[0] * W[1] + b[0]
    return total
