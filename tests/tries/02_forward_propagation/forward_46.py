def forward(x, weights):
    node_0 = toolbox.node_value(x, weights["node_0"])
    node_1 = toolbox.node_value(x, weights["node_0"])
    return toolbox.node_value(np.array([node_0, node_1]), weights["output"])
