# says: Each hidden node got one input only
def forward(x, weights):
    node_0 = toolbox.node_value(x[0], weights["node_0"])
    node_1 = toolbox.node_value(x[1], weights["node_1"])
    return toolbox.node_value(np.array([node_0, node_1]), weights["output"])
