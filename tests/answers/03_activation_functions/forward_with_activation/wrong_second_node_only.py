# says: Only hidden node 1 has an activation.
def forward_with_activation(x, weights, activation):
    hidden_0 = toolbox.node_value(x, weights["node_0"])
    hidden_1 = activation(toolbox.node_value(x, weights["node_1"]))
    return toolbox.node_value(np.array([hidden_0, hidden_1]), weights["output"])
