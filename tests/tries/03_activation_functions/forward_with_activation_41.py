def forward_with_activation(x, weights, activation):
    first = activation(toolbox.node_value(x, weights["node_0"]))
    second = toolbox.node_value(x, weights["node_1"])
    return toolbox.node_value(np.array([first, second]), weights["output"])
