# says: Only one of the two hidden values is in the result
def forward_with_activation(x, weights, activation):
    node_0 = activation(toolbox.node_value(x, weights["node_0"]))
    node_1 = activation(toolbox.node_value(x, weights["node_1"]))
    return toolbox.node_value(np.array(node_0, node_1), weights["output"])
