# says: The output went through the activation too
def forward_with_activation(x, weights, activation):
    hidden_0 = activation(toolbox.node_value(x, weights["node_0"]))
    hidden_1 = activation(toolbox.node_value(x, weights["node_1"]))
    return activation(toolbox.node_value([hidden_0, hidden_1], weights["output"]))
