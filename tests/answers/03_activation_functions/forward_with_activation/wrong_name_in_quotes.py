# says: A text in quotes is no function
def forward_with_activation(x, weights, activation):
    name = "activation"
    node_0 = name(toolbox.node_value(x, weights["node_0"]))
    node_1 = name(toolbox.node_value(x, weights["node_1"]))
    return toolbox.node_value(np.array([node_0, node_1]), weights["output"])
