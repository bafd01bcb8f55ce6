# says: That is the result with tanh
def forward_with_activation(x, weights, activation):
    hidden_0 = toolbox.tanh(toolbox.node_value(x, weights["node_0"]))
    hidden_1 = toolbox.tanh(toolbox.node_value(x, weights["node_1"]))
    return toolbox.node_value([hidden_0, hidden_1], weights["output"])
