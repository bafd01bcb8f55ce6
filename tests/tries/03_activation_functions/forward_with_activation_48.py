def forward_with_activation(x, weights, activation):
    first = toolbox.node_value(x, weights["node_0"], activation)
    second = toolbox.node_value(x, weights["node_1"], activation)
    return toolbox.node_value(np.array([first, second]), weights["output"])
