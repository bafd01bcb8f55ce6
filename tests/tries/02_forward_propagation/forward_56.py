def forward(x, weights):
    first = toolbox.node_value(x, weights["node0"])
    second = toolbox.node_value(x, weights["node1"])
    return toolbox.node_value(np.array([first, second]), weights["output"])
