# says: belongs to another network
def count_parameters(layer_sizes):
    return 3 * 4 + 4 + 4 * 2 + 2
