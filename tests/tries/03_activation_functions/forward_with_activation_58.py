def forward_with_activation(x, weights, activation):
    first = activation(toolbox.node_value(x, weights["node_0"]))
    second = activation(toolbox.node_value(x, weights["node_1"]))
    return np.array([first, second])
