def forward(x, weights):
    first = toolbox.node_value(x, weights["node_0"])
    second = toolbox.node_value(x, weights["node_1"])
    return np.array([first, second])
