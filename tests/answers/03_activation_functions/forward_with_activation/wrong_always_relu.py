# says: That is the result with relu
def forward_with_activation(x, weights, activation):
    hidden_0 = toolbox.relu(toolbox.node_value(x, weights["node_0"]))
    hidden_1 = toolbox.relu(toolbox.node_value(x, weights["node_1"]))
    return toolbox.node_value([hidden_0, hidden_1], weights["output"])
