# says: `activation` takes one thing
def forward_with_activation(x, weights, activation):
    node_0 = activation(x, weights["node_0"])
    node_1 = activation(x, weights["node_1"])
    return toolbox.node_value(np.array([node_0, node_1]), weights["output"])
