def forward_with_activation(x, weights, activation):
    hidden_0 = activation(x, weights["node_0"])
    hidden_1 = activation(x, weights["node_1"])
    return toolbox.node_value([hidden_0, hidden_1], weights["output"])
