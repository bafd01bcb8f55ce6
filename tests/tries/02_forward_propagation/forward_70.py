def forward(x, weights):
    weights["node_0"] = toolbox.node_value(x, weights["node_0"])
    weights["node_1"] = toolbox.node_value(x, weights["node_1"])
    return toolbox.node_value(np.array([weights["node_0"], weights["node_1"]]), weights["output"])
