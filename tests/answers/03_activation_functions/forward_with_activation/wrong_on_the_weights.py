# says: The activation was applied to the weights
def forward_with_activation(x, weights, activation):
    first = toolbox.node_value(x, activation(weights["node_0"]))
    second = toolbox.node_value(x, activation(weights["node_1"]))
    return toolbox.node_value(np.array([first, second]), weights["output"])
