def forward_rows(X, weights):
    result = []
    for row in X:
        first = toolbox.node_value(row, weights["node_0"])
        second = toolbox.node_value(row, weights["node_1"])
        result.append(toolbox.node_value(np.array([first, second]), weights["output"]))
    return np.array(result)
