def forward(x, weights):
    first = toolbox.node_value(weights["node_0"], x)
    second = toolbox.node_value(weights["node_1"], x)
    return toolbox.node_value(np.array(["first", "second"]), weights["output"])
