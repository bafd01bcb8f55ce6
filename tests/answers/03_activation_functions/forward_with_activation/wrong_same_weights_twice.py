# says: Does each hidden node use weights of its own
def forward_with_activation(x, weights, activation):
    h0 = activation(toolbox.node_value(x, weights["node_0"]))
    h1 = activation(toolbox.node_value(x, weights["node_0"]))
    return toolbox.node_value([h0, h1], weights["output"])
