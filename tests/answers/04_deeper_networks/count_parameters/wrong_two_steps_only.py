# says: Only the first two layers
def count_parameters(layer_sizes):
    a, b, c = layer_sizes[:3]
    return a * b + b + b * c + c
