def forward(x, weights):
    node_0 = toolbox.node_value(x, weights["node_0"])
    node_1 = toolbox.node_value(x, weights["node_1"])
    hidden = np.array([weights[node_0], weights[node_1]])
    return toolbox.node_value(hidden, weights["output"])
