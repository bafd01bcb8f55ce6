# says: is no part of the toolbox
def forward_with_activation(x, weights, activation):
    node_0 = toolbox.activation(toolbox.node_value(x, weights["node_0"]))
    node_1 = toolbox.activation(toolbox.node_value(x, weights["node_1"]))
    return toolbox.node_value(np.array([node_0, node_1]), weights["output"])
