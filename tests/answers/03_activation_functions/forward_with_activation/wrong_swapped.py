# says: The hidden nodes changed places
def forward_with_activation(x, weights, activation):
    node_0 = activation(toolbox.node_value(x, weights["node_0"]))
    node_1 = activation(toolbox.node_value(x, weights["node_1"]))
    return toolbox.node_value(np.array([node_1, node_0]), weights["output"])
