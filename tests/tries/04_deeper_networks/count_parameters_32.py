def count_parameters(layer_sizes):
    total = 0
    for shape in toolbox.layer_shapes(layer_sizes):
        total += shape[0] + shape[1]
    return total
