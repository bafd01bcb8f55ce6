# says: All sizes were multiplied
def count_parameters(layer_sizes):
    return np.prod(layer_sizes)
