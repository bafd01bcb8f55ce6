def count_parameters(layer_sizes):
    s = np.array(layer_sizes)
    return np.sum(s[:-1] * s[1:]) + np.sum(s[1:])
