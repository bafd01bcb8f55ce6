# says: These are the hidden nodes
def forward_with_activation(x, weights, activation):
    hidden_0 = activation(toolbox.node_value(x, weights["node_0"]))
    hidden_1 = activation(toolbox.node_value(x, weights["node_1"]))
    return np.array([hidden_0, hidden_1])
