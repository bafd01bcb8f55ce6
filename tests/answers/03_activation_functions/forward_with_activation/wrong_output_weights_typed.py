# says: weights of the first example are in the result
def forward_with_activation(x, weights, activation):
    a0 = activation(toolbox.node_value(x, weights["node_0"]))
    a1 = activation(toolbox.node_value(x, weights["node_1"]))
    return a0 * 2 + a1 * -1
