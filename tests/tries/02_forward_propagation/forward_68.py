def forward(x, weights):
    first = toolbox.node_value(x, weights["node_0])
    second = toolbox.node_value(x, weights["node_1"])
    return toolbox.node_value(np.array([first, second]), weights["output"])
