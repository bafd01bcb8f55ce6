# says: These are the products for the output node
def forward_with_activation(x, weights, activation):
    node_0 = activation(toolbox.node_value(x, weights["node_0"]))
    node_1 = activation(toolbox.node_value(x, weights["node_1"]))
    return np.array([node_0, node_1]) * weights["output"]
