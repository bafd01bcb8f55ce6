def forward_with_activation(x, weights, activation):
    first = toolbox.node_value(x, weights["node_0"])
    second = toolbox.node_value(x, weights["node_1"])
    hidden = np.array(activation(first, second))
    return toolbox.node_value(hidden, weights["output"])
